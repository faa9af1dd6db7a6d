package stress.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.End;
import stress.measure.GeneratorHealth;
import stress.measure.RunResult;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.measure.Window;

/** Runs of a synthetic target, whose service times are log-normal. */
public final class ComparedRuns {
  private static final long MS = 1_000_000;
  private static final Instant BEGUN = Instant.parse("2026-01-31T12:00:00Z");

  private ComparedRuns() {}

  static Distribution times(Random chance, int samples, double medianMillis, double sigma) {
    long[] nanos = new long[samples];
    for (int i = 0; i < samples; i++) {
      nanos[i] = Math.round(medianMillis * MS * Math.exp(sigma * chance.nextGaussian()));
    }
    return Distribution.of(nanos);
  }

  /**
   * @param slowness 1 for the usual target
   */
  public static RunResult run(String id, long seed, int jobs, double slowness) {
    return run(id, jobs, jobs / 100, times(new Random(seed), jobs, slowness));
  }

  private static Map<Series, Distribution> times(Random chance, int jobs, double slowness) {
    Map<Series, Distribution> times = new EnumMap<>(Series.class);
    times.put(Series.SUBMIT_SERVICE, times(chance, jobs, 12 * slowness, 0.35));
    times.put(Series.POLL_SERVICE, times(chance, 4 * jobs, 3 * slowness, 0.3));
    times.put(Series.QUEUEING_HIGH, times(chance, jobs, 100 * slowness, 0.5));
    times.put(Series.PROCESSING_HIGH, times(chance, jobs, 200 * slowness, 0.25));
    times.put(Series.TOTAL_HIGH, times(chance, jobs, 300 * slowness, 0.3));
    times.put(Series.LOOP_LAG, times(chance, jobs, 1, 0.5));
    return times;
  }

  /** A run of {@code jobs} jobs of which some failed. */
  static RunResult run(String id, int jobs, int failed, Map<Series, Distribution> times) {
    Counts counts =
        Counts.ZERO
            .with(Counter.STARTED, jobs)
            .with(Counter.ACCEPTED, jobs)
            .with(Counter.SUCCEEDED, jobs - failed)
            .with(Counter.FAILED, failed);
    return new RunResult(
        id,
        "stress 0.1.0",
        "jobs",
        List.of(
            new RunResult.Condition("target", "http://localhost:8000"),
            new RunResult.Condition("run", id)),
        List.of(),
        List.of(scenario(counts, times)));
  }

  private static ScenarioResult scenario(Counts counts, Map<Series, Distribution> times) {
    return new ScenarioResult(
        Scenario.END_TO_END,
        false,
        BEGUN,
        Duration.ofSeconds(40),
        End.COMPLETED,
        counts,
        times,
        List.of(),
        Optional.of(new Window(0, 39_000 * MS)),
        Optional.of(new Window(300 * MS, 40_000 * MS)),
        List.of(),
        0,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        new GeneratorHealth(
            OptionalDouble.empty(),
            OptionalDouble.of(50),
            OptionalLong.empty(),
            2,
            0,
            OptionalLong.empty()),
        List.of());
  }
}
