package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.Gauge;
import stress.measure.Gauges;
import stress.measure.Point;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.measure.Series;

class QueueTrendTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void a_straight_line_has_its_slope_and_no_doubt() {
    List<Slope.Reading> line =
        IntStream.range(0, 40).mapToObj(i -> new Slope.Reading(i, 3 + 0.5 * i)).toList();
    Slope slope = Slope.of(line).orElseThrow();
    assertThat(slope.perSecond()).isCloseTo(0.5, within(1e-9));
    assertThat(slope.half()).isCloseTo(0, within(1e-9));
  }

  @Test
  void too_few_readings_have_none() {
    assertThat(Slope.of(IntStream.range(0, 9).mapToObj(i -> new Slope.Reading(i, i)).toList()))
        .isEmpty();
    assertThat(Slope.of(IntStream.range(0, 10).mapToObj(i -> new Slope.Reading(1, i)).toList()))
        .isEmpty();
  }

  @Test
  void its_interval_holds_the_truth_95_times_in_100() {
    Random random = new Random(3);
    int covered = 0;
    for (int run = 0; run < 4_000; run++) {
      List<Slope.Reading> readings = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        readings.add(new Slope.Reading(i, 0.2 * i + 5 * random.nextGaussian()));
      }
      Slope slope = Slope.of(readings).orElseThrow();
      covered += slope.low() <= 0.2 && 0.2 <= slope.high() ? 1 : 0;
    }
    assertThat(covered / 4_000.0).isBetween(0.94, 0.96);
  }

  /** An open load of 10 jobs a second, each of which takes a second where nothing waits. */
  private static RunResult load(
      int seconds, IntToDoubleFunction queue, IntToDoubleFunction starts) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < seconds + 10; i++) {
      long started = i < seconds ? Math.round(starts.applyAsDouble(i)) : 0;
      points.add(
          new Point(
              i * SECOND,
              (i + 1) * SECOND,
              Counts.ZERO.with(Counter.STARTED, started).with(Counter.ACCEPTED, started),
              Map.of(),
              Gauges.NONE.with(
                  Gauge.QUEUE_OWN, i < seconds ? Math.round(queue.applyAsDouble(i)) : 0)));
    }
    RunResult run =
        SampleRuns.with(
            SampleRuns.good(),
            List.of("jobs.queue.own.growth <= 5%", "jobs.queue.own.slope < 1/s"));
    return SampleRuns.withPoints(
        SampleRuns.withTimes(run, Map.of(Series.PROCESSING_HIGH, Distribution.of(SECOND))),
        points,
        seconds);
  }

  private static List<String> outcomes(RunResult run) {
    return Judge.judge(run).findings().stream()
        .map(finding -> finding.threshold().split(" ")[0] + " " + finding.outcome())
        .toList();
  }

  @Test
  void a_tenth_that_piles_up_is_a_queue_that_grows() {
    RunResult run = load(60, i -> 10 + i, i -> 10);
    assertThat(outcomes(run))
        .containsExactly("jobs.queue.own.growth FAIL", "jobs.queue.own.slope FAIL");
    assertThat(Judge.judge(run).findings().get(0))
        .extracting(Finding::value, Finding::evidence)
        .containsExactly(
            "10 %",
            "Of the accepted jobs pile up 10 ± 0 %, the filling at the beginning left out.");
  }

  @Test
  void a_queue_that_fills_and_stays_is_none() {
    assertThat(outcomes(load(60, i -> Math.min(i, 15) * 4 + i % 5, i -> 10)))
        .containsExactly("jobs.queue.own.growth PASS", "jobs.queue.own.slope PASS");
  }

  @Test
  void a_queue_that_grows_with_a_rising_load_is_not_judged() {
    assertThat(outcomes(load(60, i -> 5 + i, i -> 5 + i)))
        .containsExactly("jobs.queue.own.slope FAIL");
  }

  @Test
  void a_short_load_is_not_judged() {
    assertThat(outcomes(load(25, i -> 10 + i, i -> 10)))
        .containsExactly("jobs.queue.own.slope FAIL");
    assertThat(outcomes(load(10, i -> 10 + i, i -> 10)))
        .containsExactly("jobs.queue.own.slope NO_DATA");
  }

  @Test
  void long_jobs_fill_their_queue_longer() {
    RunResult run = load(60, i -> 10 + i, i -> 10);
    RunResult slow =
        SampleRuns.withTimes(run, Map.of(Series.PROCESSING_HIGH, Distribution.of(15 * SECOND)));
    assertThat(outcomes(slow)).containsExactly("jobs.queue.own.slope FAIL");
  }

  @Test
  void a_restless_queue_is_not_said_to_grow() {
    Random random = new Random(11);
    assertThat(outcomes(load(60, i -> 60 + 0.7 * i + 40 * random.nextGaussian(), i -> 10)))
        .contains("jobs.queue.own.growth PASS", "jobs.queue.own.slope INCONCLUSIVE");
  }
}
