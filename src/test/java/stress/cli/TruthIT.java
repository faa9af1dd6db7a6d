package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stress.measure.Counter;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.simulator.JobTruth;

/** What the report says about times, against the times that the simulator knows to be true. */
final class TruthIT {
  private static final List<Double> QUANTILES = List.of(50.0, 95.0, 99.0);

  /** Of the histograms: three digits, at both ends. */
  private static final double RESOLUTION = 0.002;

  private static final long LOOK_NANOS = 200_000_000;

  @ParameterizedTest
  @ValueSource(strings = {"poll", "socket"})
  void trueQuantilesLieBetweenTheBounds(String follow) {
    try (MachineLag lag = new MachineLag();
        LiveTarget target = new LiveTarget(config -> config.withWorkers(20).withJobTime("300ms"))) {
      Ran ran =
          Launch.of(
                  "--url",
                  target.url(),
                  "--jobs",
                  "200",
                  "--rate",
                  "20/s",
                  "--follow",
                  follow,
                  "--format",
                  "json")
              .run();
      assertThat(ran.code()).as(ran.err()).isZero();
      ScenarioResult result = ran.scenario();
      assertThat(result.count(Counter.SUCCEEDED)).isEqualTo(200);
      List<JobTruth> jobs = target.truth().jobs();
      assertThat(jobs).hasSize(200);
      long[] processing = sorted(jobs, j -> j.endedNanos().getAsLong() - started(j));
      long[] queueing = sorted(jobs, j -> started(j) - j.acceptedNanos());
      long[] total = sorted(jobs, j -> j.endedNanos().getAsLong() - j.acceptedNanos());
      boolean socket = follow.equals("socket");
      long late = result.of(Series.LOOP_LAG).max() + lag.nanos();
      // A look lies between two instants that are certain; a frame has only that of its arrival.
      long way = socket ? 5_000_000 + late : 0;
      // The total counts from the intended start, which only this side knows: earlier than the
      // acceptance by no more than the longest submission took.
      long earlier = result.of(Series.SUBMIT_RESPONSE).max();
      contains(result, Series.PROCESSING_LOW, Series.PROCESSING_HIGH, processing, way);
      contains(result, Series.QUEUEING_LOW, Series.QUEUEING_HIGH, queueing, way);
      contains(result, Series.TOTAL_LOW, Series.TOTAL_HIGH, total, earlier + way);
      exactly(result, Series.SERVER_PROCESSING, processing);
      if (socket) {
        tellsWithin(result, processing, late);
        // Its frames do not tell when the job was created.
        assertThat(result.of(Series.SERVER_QUEUEING).isEmpty()).isTrue();
        assertThat(result.of(Series.SERVER_TOTAL).isEmpty()).isTrue();
      } else {
        exactly(result, Series.SERVER_QUEUEING, queueing);
        exactly(result, Series.SERVER_TOTAL, total);
      }
    }
  }

  private static long started(JobTruth job) {
    return job.startedNanos().getAsLong();
  }

  private static long[] sorted(List<JobTruth> jobs, ToLongFunction<JobTruth> nanos) {
    return jobs.stream().mapToLong(nanos).sorted().toArray();
  }

  private static long quantile(long[] sorted, double percent) {
    return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
  }

  private static void contains(
      ScenarioResult result, Series low, Series high, long[] truth, long allowed) {
    for (double percent : QUANTILES) {
      long exact = quantile(truth, percent);
      assertThat(result.of(low).percentile(percent))
          .as("%s p%s", low.id(), percent)
          .isLessThanOrEqualTo(above(exact + allowed));
      assertThat(result.of(high).percentile(percent))
          .as("%s p%s", high.id(), percent)
          .isGreaterThanOrEqualTo(below(exact));
    }
    assertThat(result.of(low).count()).isEqualTo(truth.length);
    assertThat(result.of(high).count()).isEqualTo(truth.length);
  }

  /** The histogram's resolution and the microseconds of the wire. */
  private static void exactly(ScenarioResult result, Series series, long[] truth) {
    assertThat(result.of(series).count()).isEqualTo(truth.length);
    for (double percent : QUANTILES) {
      assertThat(result.of(series).percentile(percent))
          .as("%s p%s", series.id(), percent)
          .isBetween(below(quantile(truth, percent)), above(quantile(truth, percent)));
    }
  }

  /**
   * A frame's arrival stands for the instant of its state, so a socket's bounds are off by what the
   * way takes (5 ms) and by the interval at which the server looks for changes, beyond what this
   * machine takes away: the submission, after which the job may have started at once, the opening
   * of the socket, and threads that ran late on either side.
   */
  private static void tellsWithin(ScenarioResult result, long[] truth, long late) {
    for (double percent : QUANTILES) {
      long machine =
          result.of(Series.SUBMIT_SERVICE).percentile(percent)
              + result.of(Series.SOCKET_HANDSHAKE).percentile(percent)
              + late;
      long most = 5_000_000 + LOOK_NANOS + machine;
      long exact = quantile(truth, percent);
      assertThat(result.of(Series.PROCESSING_HIGH).percentile(percent) - exact)
          .as("high p%s, machine %s ns", percent, machine)
          .isLessThanOrEqualTo(above(most));
      assertThat(exact - result.of(Series.PROCESSING_LOW).percentile(percent))
          .as("low p%s, machine %s ns", percent, machine)
          .isLessThanOrEqualTo(above(most));
    }
  }

  private static long above(long nanos) {
    return (long) (nanos * (1 + RESOLUTION)) + 2_000;
  }

  private static long below(long nanos) {
    return (long) (nanos * (1 - RESOLUTION)) - 2_000;
  }
}
