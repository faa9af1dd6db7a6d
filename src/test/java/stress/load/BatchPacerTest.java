package stress.load;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.load.Recording.millis;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchPacerTest {
  @Test
  void the_next_batch_waits_for_every_answer_of_the_one_before_and_for_the_pause() {
    Recording run = new Recording(new Batched(7, 3, Duration.ofMillis(200)));
    run.begin();
    assertThat(run.starts).hasSize(3);
    run.time.advance(Duration.ofMillis(100));
    run.pacer.answered(run.starts.get(2));
    run.pacer.answered(run.starts.get(0));
    run.pacer.settled(run.starts.get(0)); // settling is not what it waits for
    run.time.advance(Duration.ofSeconds(1));
    assertThat(run.starts).hasSize(3);
    run.pacer.answered(run.starts.get(1));
    run.time.advance(Duration.ofMillis(199));
    assertThat(run.starts).hasSize(3);
    run.time.advance(Duration.ofMillis(1));
    assertThat(run.starts).hasSize(6);
    assertThat(run.exhausted).isZero();
    List.copyOf(run.starts.subList(3, 6)).forEach(run.pacer::answered);
    run.time.advance(Duration.ofMillis(200));
    assertThat(millis(run.released)).containsExactly(0L, 0L, 0L, 1300L, 1300L, 1300L, 1500L);
    assertThat(run.intended).isEqualTo(run.released);
    assertThat(run.starts).noneMatch(Start::scheduled);
    assertThat(run.starts.stream().map(Start::index)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(run.exhausted).isEqualTo(1);
    run.pacer.answered(run.starts.get(6));
    assertThat(run.time.pending()).isZero();
  }

  @Test
  void a_batch_larger_than_the_count_is_the_count_and_none_is_none() {
    Recording run = new Recording(new Batched(4, 10, Duration.ZERO));
    run.begin();
    assertThat(run.starts).hasSize(4);
    assertThat(run.exhausted).isEqualTo(1);
    Recording none = new Recording(new Batched(0, 10, Duration.ZERO));
    none.pacer.begin(Recording.ORIGIN + 1_000_000, none);
    assertThat(none.starts).isEmpty();
    assertThat(none.exhausted).isEqualTo(1);
  }

  @Test
  void answers_within_the_start_do_not_recurse() {
    Recording run = new Recording(new Batched(100_000, 1, Duration.ZERO));
    run.settlingAtOnce().begin();
    run.time.settle();
    assertThat(run.starts).hasSize(100_000);
    assertThat(run.exhausted).isEqualTo(1);
  }

  @Test
  void a_late_release_is_lag_and_stop_ends_it() {
    Recording run = new Recording(new Batched(6, 2, Duration.ofMillis(100)));
    run.settlingAtOnce().begin();
    run.time.stall(Duration.ofMillis(140));
    run.time.settle();
    assertThat(millis(run.lags)).containsExactly(0L, 0L, 40L, 40L);
    run.pacer.stop();
    run.time.advance(Duration.ofSeconds(1));
    assertThat(run.starts).hasSize(4);
    assertThat(run.exhausted).isEqualTo(1);
  }
}
