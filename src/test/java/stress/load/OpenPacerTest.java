package stress.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stress.load.Recording.ORIGIN;
import static stress.load.Recording.millis;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OpenPacerTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void releases_each_start_at_its_intended_instant() {
    Recording run = new Recording(tenPerSecond());
    run.begin();
    run.time.advance(Duration.ofMillis(250));
    assertThat(millis(run.intended)).containsExactly(0L, 100L, 200L);
    assertThat(run.released).isEqualTo(run.intended);
    assertThat(run.exhausted).isZero();
    run.time.advance(SECOND);
    assertThat(run.starts).hasSize(10).allMatch(Start::scheduled);
    assertThat(run.starts.get(9)).isEqualTo(new Start(9, ORIGIN + 900_000_000, true));
    assertThat(run.lags).hasSize(10).containsOnly(0L);
    assertThat(run.exhausted).isEqualTo(1);
    run.pacer.stop();
    assertThat(run.exhausted).isEqualTo(1);
    assertThat(run.unstarted).isEmpty();
    assertThat(run.time.pending()).isZero();
  }

  @Test
  void waits_for_an_origin_in_the_future() {
    Recording run = new Recording(tenPerSecond());
    run.pacer.begin(ORIGIN + 1_000_000_000, run);
    run.time.advance(Duration.ofMillis(999));
    assertThat(run.starts).isEmpty();
    run.time.advance(Duration.ofMillis(101));
    assertThat(millis(run.released)).containsExactly(1_000L, 1_100L);
  }

  @Test
  void a_late_wake_up_keeps_the_intended_instants_and_tells_its_lag() {
    Recording run = new Recording(tenPerSecond()).settlingAfter(Duration.ofMillis(30));
    run.begin();
    run.time.advance(Duration.ofMillis(150));
    run.time.stall(Duration.ofMillis(330)); // 480 ms: starts 2, 3 and 4 are overdue
    run.time.advance(SECOND);
    assertThat(millis(run.intended))
        .containsExactly(0L, 100L, 200L, 300L, 400L, 500L, 600L, 700L, 800L, 900L);
    assertThat(millis(run.released))
        .containsExactly(0L, 100L, 480L, 480L, 480L, 500L, 600L, 700L, 800L, 900L);
    assertThat(millis(run.lags)).containsExactly(0L, 0L, 280L, 180L, 80L, 0L, 0L, 0L, 0L, 0L);
    for (int i = 0; i < 10; i++) { // so response time is never shorter than service time
      assertThat(run.released.get(i)).isGreaterThanOrEqualTo(run.intended.get(i));
    }
  }

  @Test
  void drops_what_is_due_while_the_house_is_full() {
    Recording run = new Recording(tenPerSecond().atMost(2, Overflow.DROP));
    run.settlingAfter(Duration.ofMillis(350)).begin();
    run.time.advance(SECOND);
    assertThat(millis(run.intended)).containsExactly(0L, 100L, 400L, 500L, 800L, 900L);
    assertThat(millis(run.dropped)).containsExactly(200L, 300L, 600L, 700L);
    assertThat(run.starts.stream().map(Start::index)).containsExactly(0L, 1L, 4L, 5L, 8L, 9L);
    assertThat(run.lags).hasSize(6).containsOnly(0L);
    assertThat(run.exhausted).isEqualTo(1);
  }

  @Test
  void queues_what_is_due_while_the_house_is_full_and_keeps_its_intended_instant() {
    Recording run = new Recording(tenPerSecond().atMost(2, Overflow.QUEUE));
    run.settlingAfter(Duration.ofMillis(350)).begin();
    run.time.advance(Duration.ofSeconds(3));
    assertThat(millis(run.intended))
        .containsExactly(0L, 100L, 200L, 300L, 400L, 500L, 600L, 700L, 800L, 900L);
    assertThat(millis(run.released))
        .containsExactly(0L, 100L, 350L, 450L, 700L, 800L, 1050L, 1150L, 1400L, 1500L);
    assertThat(run.lags).hasSize(10).containsOnly(0L); // waiting is not the generator's lateness
    assertThat(run.dropped).isEmpty();
    assertThat(run.exhausted).isEqualTo(1);
  }

  @Test
  void lateness_before_the_queue_is_the_generators() {
    Recording run = new Recording(tenPerSecond().atMost(1, Overflow.QUEUE));
    run.settlingAfter(Duration.ofMillis(170)).begin();
    run.time.stall(Duration.ofMillis(130)); // the wake-up for 100 ms comes at 130 ms, full till 170
    run.time.advance(Duration.ofMillis(60));
    assertThat(millis(run.intended)).containsExactly(0L, 100L);
    assertThat(millis(run.released)).containsExactly(0L, 170L);
    assertThat(millis(run.lags)).containsExactly(0L, 30L);
  }

  @Test
  void stop_in_the_middle_tells_what_never_started() {
    Recording run = new Recording(tenPerSecond().atMost(2, Overflow.QUEUE));
    run.begin();
    run.time.advance(Duration.ofMillis(620));
    run.pacer.stop();
    assertThat(run.unstarted).containsExactly(5L); // due at 200, 300, 400, 500, 600 ms
    assertThat(run.exhausted).isEqualTo(1);
    run.starts.forEach(run.pacer::settled);
    run.time.advance(SECOND);
    run.pacer.stop();
    assertThat(run.starts).hasSize(2);
    assertThat(run.unstarted).hasSize(1);
    assertThat(run.exhausted).isEqualTo(1);
  }

  @Test
  void stop_forgets_the_alarm_and_may_come_from_within_a_start() {
    Recording run = new Recording(tenPerSecond());
    run.onStart =
        start -> {
          if (start.index() == 3) {
            run.pacer.stop();
          }
        };
    run.begin();
    run.time.advance(SECOND);
    assertThat(run.starts).hasSize(4);
    assertThat(run.exhausted).isEqualTo(1);
    assertThat(run.unstarted).isEmpty();
    assertThat(run.time.pending()).isZero();
  }

  @Test
  void an_empty_schedule_is_exhausted_at_once_and_so_is_a_pacer_stopped_before() {
    Recording none =
        new Recording(Open.constant(Rate.parse("5/s"), OptionalLong.of(0), Optional.of(SECOND)));
    none.begin();
    assertThat(none.exhausted).isEqualTo(1);
    assertThat(none.time.pending()).isZero();
    Recording stopped = new Recording(tenPerSecond());
    stopped.pacer.stop();
    stopped.begin();
    assertThat(stopped.exhausted).isEqualTo(1);
    assertThat(stopped.starts).isEmpty();
    assertThatThrownBy(stopped::begin).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_million_a_second_lose_nothing() {
    Recording run =
        new Recording(
            Open.constant(Rate.parse("1000000/s"), OptionalLong.empty(), Optional.of(SECOND))
                .atMost(1, Overflow.QUEUE));
    run.settlingAtOnce().begin();
    run.time.advance(Duration.ofMillis(300));
    run.time.stall(Duration.ofMillis(500)); // half a million are overdue
    run.time.advance(SECOND);
    assertThat(run.starts).hasSize(1_000_000);
    assertThat(run.starts.get(999_999)).isEqualTo(new Start(999_999, ORIGIN + 999_999_000, true));
    assertThat(run.dropped).isEmpty();
    assertThat(Collections.max(run.lags)).isEqualTo(499_999_000L);
  }

  @Test
  void a_burst_lets_other_work_of_the_thread_have_its_say() {
    Recording run =
        new Recording(
            Open.constant(Rate.parse("1000/s"), OptionalLong.empty(), Optional.of(SECOND)));
    run.time.stall(SECOND);
    int[] seen = new int[1];
    run.time.at(run.time.nanos(), () -> seen[0] = run.starts.size());
    run.begin();
    run.time.settle();
    assertThat(seen[0]).isEqualTo(Turn.BURST);
    assertThat(run.starts).hasSize(1_000);
    assertThat(run.exhausted).isEqualTo(1);
  }

  private static Open tenPerSecond() {
    return Open.constant(Rate.parse("10/s"), OptionalLong.empty(), Optional.of(SECOND));
  }
}
