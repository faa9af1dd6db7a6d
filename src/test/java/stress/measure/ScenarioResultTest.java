package stress.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioResultTest {
  private static ScenarioResult result(RunResult run, Counts counts) {
    return SampleRuns.with(run, counts, End.COMPLETED).scenarios().get(0);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "REFUSED", "UNSENT", "OUTCOME_UNKNOWN", "SUCCEEDED", "FAILED", "CANCELLED_BY_TARGET",
        "TIMED_OUT_BY_TARGET", "LOST", "CUT", "CANCELLED_BY_US", "IN_FLIGHT_AT_END", "MERGED"
      })
  void each_end_of_a_start_accounts_for_one(Counter end) {
    Counts counts = Counts.ZERO.with(Counter.STARTED, 3).with(end, 2);
    assertThat(result(SampleRuns.good(), counts).unaccounted()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"DROPPED", "UNSTARTED", "ACCEPTED", "POLLS", "CLEANED", "FRAMES"})
  void other_events_do_not(Counter other) {
    Counts counts = Counts.ZERO.with(Counter.STARTED, 3).with(other, 2);
    assertThat(result(SampleRuns.good(), counts).unaccounted()).isEqualTo(3);
  }

  @Test
  void an_accepted_job_that_is_not_followed_has_ended() {
    Counts counts =
        Counts.ZERO
            .with(Counter.STARTED, 10)
            .with(Counter.ACCEPTED, 9)
            .with(Counter.MERGED, 2)
            .with(Counter.REFUSED, 1);
    assertThat(result(SampleRuns.submission(), counts).unaccounted()).isZero();
    assertThat(result(SampleRuns.submission(), counts).jobs()).isEqualTo(7);
    assertThat(result(SampleRuns.good(), counts).unaccounted()).isEqualTo(7);
  }

  @Test
  void what_was_cancelled_unanswered_is_what_has_neither_answer_nor_failure() {
    Counts counts =
        Counts.ZERO
            .with(Counter.STARTED, 10)
            .with(Counter.ACCEPTED, 6)
            .with(Counter.REFUSED, 1)
            .with(Counter.SUCCEEDED, 4)
            .with(Counter.CANCELLED_BY_US, 5);
    ScenarioResult result = result(SampleRuns.good(), counts);
    assertThat(result.cancelledUnanswered()).isEqualTo(3);
    assertThat(result.unaccounted()).isZero();
  }

  @Test
  void an_interval_keeps_its_own_copy() {
    Map<Series, Distribution> times = new EnumMap<>(Series.class);
    times.put(Series.LOOP_LAG, Distribution.of(1_000_000));
    Interval interval = new Interval(0, 1, Counts.ZERO, times, Gauges.NONE);
    times.clear();
    assertThat(interval.of(Series.LOOP_LAG).count()).isEqualTo(1);
    assertThatThrownBy(() -> interval.distributions().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    Gauges gauges = Gauges.NONE;
    gauges.with(Gauge.HEAP_BYTES, 1);
    assertThat(gauges.get(Gauge.HEAP_BYTES)).isEmpty();
  }

  @Test
  void values_that_mean_nothing_are_refused() {
    assertThat(new Window(5, 5).perSecond(3)).isEmpty();
    assertThat(new Window(0, 500_000_000).perSecond(3)).hasValue(6);
    assertThatThrownBy(() -> new Window(5, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new QueueClaim(Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new GeneratorHealth(
                    OptionalDouble.empty(),
                    OptionalDouble.of(1.0 / 0),
                    OptionalLong.empty(),
                    1,
                    0,
                    OptionalLong.empty()))
        .hasMessage("the rate offered is Infinity: expected a finite number from 0");
  }
}
