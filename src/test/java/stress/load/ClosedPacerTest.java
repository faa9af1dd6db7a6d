package stress.load;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.load.Recording.millis;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ClosedPacerTest {
  private static final Duration HALF = Duration.ofMillis(500);

  @Test
  void each_user_starts_again_when_its_start_has_settled_and_it_has_thought() {
    Recording run = new Recording(closed(2, HALF, OptionalLong.of(5), Optional.empty()));
    run.settlingAfter(Duration.ofMillis(100)).begin();
    run.time.advance(Duration.ofSeconds(5));
    assertThat(millis(run.released)).containsExactly(0L, 0L, 600L, 600L, 1200L);
    assertThat(run.intended).isEqualTo(run.released);
    assertThat(run.starts).noneMatch(Start::scheduled);
    assertThat(run.starts.stream().map(Start::index)).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(run.lags).hasSize(5).containsOnly(0L);
    assertThat(run.exhausted).isEqualTo(1);
    assertThat(run.startsAtExhaustion).isEqualTo(5);
  }

  @Test
  void nothing_starts_at_the_end_of_the_duration_or_after() {
    Recording run =
        new Recording(
            closed(1, Duration.ZERO, OptionalLong.empty(), Optional.of(Duration.ofSeconds(1))));
    run.settlingAfter(Duration.ofMillis(250)).begin();
    run.time.advance(Duration.ofMillis(999));
    assertThat(run.exhausted).isZero();
    run.time.advance(Duration.ofSeconds(1));
    assertThat(millis(run.released)).containsExactly(0L, 250L, 500L, 750L);
    assertThat(run.exhausted).isEqualTo(1);
  }

  @Test
  void a_duration_ends_even_when_nothing_settles() {
    Recording run =
        new Recording(closed(3, HALF, OptionalLong.of(100), Optional.of(Duration.ofSeconds(1))));
    run.begin();
    run.time.advance(Duration.ofSeconds(1));
    assertThat(run.starts).hasSize(3);
    assertThat(run.exhausted).isEqualTo(1);
  }

  @Test
  void a_late_wake_up_after_thinking_is_lag() {
    Recording run = new Recording(closed(1, HALF, OptionalLong.of(2), Optional.empty()));
    run.settlingAtOnce().begin();
    run.time.stall(Duration.ofMillis(730));
    run.time.settle();
    assertThat(millis(run.released)).containsExactly(0L, 730L);
    assertThat(run.intended).isEqualTo(run.released);
    assertThat(millis(run.lags)).containsExactly(0L, 230L);
  }

  @Test
  void fewer_iterations_than_users_and_none_at_all() {
    Recording two = new Recording(closed(20, HALF, OptionalLong.of(2), Optional.empty()));
    two.begin();
    assertThat(two.starts).hasSize(2);
    assertThat(two.exhausted).isEqualTo(1);
    Recording none = new Recording(closed(20, HALF, OptionalLong.of(0), Optional.empty()));
    none.begin();
    assertThat(none.starts).isEmpty();
    assertThat(none.exhausted).isEqualTo(1);
  }

  @Test
  void settling_at_once_without_thinking_neither_recurses_nor_starves_the_thread() {
    Recording run =
        new Recording(closed(1, Duration.ZERO, OptionalLong.of(100_000), Optional.empty()));
    run.settlingAtOnce().begin();
    assertThat(run.starts).hasSize(Turn.BURST);
    run.time.settle();
    assertThat(run.starts).hasSize(100_000);
    assertThat(run.exhausted).isEqualTo(1);
  }

  @Test
  void waits_for_an_origin_in_the_future_and_stops_in_the_middle() {
    Recording run = new Recording(closed(2, HALF, OptionalLong.of(50), Optional.empty()));
    run.settlingAtOnce();
    run.pacer.begin(Recording.ORIGIN + 100_000_000, run);
    run.time.advance(Duration.ofMillis(700));
    assertThat(millis(run.released)).containsExactly(100L, 100L, 600L, 600L);
    run.pacer.stop();
    run.time.advance(Duration.ofSeconds(5));
    assertThat(run.starts).hasSize(4);
    assertThat(run.exhausted).isEqualTo(1);
  }

  private static Closed closed(
      int users, Duration think, OptionalLong iterations, Optional<Duration> duration) {
    return new Closed(users, think, iterations, duration);
  }
}
