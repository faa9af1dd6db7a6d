package stress.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Finished runs with known numbers, for tests of everything that reads a run. */
public final class SampleRuns {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final Instant BEGUN = Instant.parse("2026-01-31T12:00:00.123456789Z");
  private static final List<String> THRESHOLDS =
      List.of("submissions.success >= 100%", "completions.success >= 99%");

  private SampleRuns() {}

  /** 1 000 jobs at 50/s, all succeeded. */
  public static RunResult good() {
    Counts counts =
        Counts.ZERO
            .with(Counter.STARTED, 1_000)
            .with(Counter.ACCEPTED, 1_000)
            .with(Counter.SUCCEEDED, 1_000)
            .with(Counter.POLLS, 12_345);
    return run(
        THRESHOLDS,
        List.of(
            condition("target", "http://localhost:8000"),
            condition("contract", "monte-carlo"),
            condition("load", "open: 50/s for 20s, even arrivals, at most 200 in flight"),
            condition("follow", "poll every 50ms with jitter, at most 200 polls a second"),
            condition("seed", "42")),
        scenario(Scenario.END_TO_END, true, End.COMPLETED, counts, SampleParts.times(1_000), 20));
  }

  /** The older tool's model: 50 jobs in batches of 5; no intended instants, few samples. */
  public static RunResult batched() {
    Counts counts =
        Counts.ZERO
            .with(Counter.STARTED, 50)
            .with(Counter.ACCEPTED, 50)
            .with(Counter.SUCCEEDED, 50)
            .with(Counter.SOCKETS_OPENED, 50)
            .with(Counter.FRAMES, 480);
    Map<Series, Distribution> times = new EnumMap<>(SampleParts.times(50));
    times.remove(Series.SUBMIT_RESPONSE);
    times.remove(Series.POLL_SERVICE);
    times.put(
        Series.SOCKET_HANDSHAKE,
        Distribution.of(SampleParts.spread(50, i -> 2 * MS + i * 10_000L)));
    times.put(Series.QUEUEING_HIGH, times.get(Series.QUEUEING_LOW));
    times.put(Series.PROCESSING_HIGH, times.get(Series.PROCESSING_LOW));
    times.put(Series.TOTAL_HIGH, times.get(Series.TOTAL_LOW));
    ScenarioResult result = scenario(Scenario.END_TO_END, false, End.COMPLETED, counts, times, 12);
    return run(
        THRESHOLDS,
        List.of(
            condition("target", "http://localhost:8000"),
            condition("load", "batched: 50 jobs in batches of 5, no pause")),
        SampleParts.with(
            result,
            List.of(),
            List.of(),
            QueueClaim.unavailable("404 at http://localhost:8000/api/v1/monte-carlo/queue/metrics"),
            new GeneratorHealth(
                OptionalDouble.empty(),
                OptionalDouble.of(48.123456),
                OptionalLong.of(412 * MS),
                2,
                48 << 20,
                OptionalLong.of(12 * MS))));
  }

  /** Everything that can go wrong at a target, hostile text included. */
  public static RunResult failed() {
    Counts counts =
        Counts.ZERO
            .with(Counter.STARTED, 1_000)
            .with(Counter.DROPPED, 17)
            .with(Counter.UNSTARTED, 2)
            .with(Counter.ACCEPTED, 940)
            .with(Counter.REFUSED, 50)
            .with(Counter.UNSENT, 3)
            .with(Counter.OUTCOME_UNKNOWN, 7)
            .with(Counter.MERGED, 5)
            .with(Counter.SUCCEEDED, 890)
            .with(Counter.FAILED, 31)
            .with(Counter.CANCELLED_BY_TARGET, 1)
            .with(Counter.TIMED_OUT_BY_TARGET, 2)
            .with(Counter.LOST, 1)
            .with(Counter.CUT, 10)
            .with(Counter.POLLS, 9_876)
            .with(Counter.POLL_ERRORS, 12)
            .with(Counter.CLEANED, 9)
            .with(Counter.CLEANUP_FAILED, 1)
            .with(Counter.CLAMPED, 1);
    Map<Series, Distribution> times = new EnumMap<>(SampleParts.times(890));
    times.put(
        Series.SUBMIT_FAILED_RESPONSE,
        Distribution.of(SampleParts.spread(60, i -> (i + 1) * 50 * MS)));
    times.put(
        Series.SUBMIT_FAILED_SERVICE,
        Distribution.of(SampleParts.spread(60, i -> (i + 1) * 2 * MS)));
    ScenarioResult result = scenario(Scenario.END_TO_END, true, End.COMPLETED, counts, times, 31);
    return run(
        THRESHOLDS,
        List.of(
            condition("target", "http://localhost:8000"),
            condition("load", "open: 50/s for 20s, even arrivals")),
        SampleParts.with(
            result,
            SampleParts.errors(),
            List.of(
                new IdentityFinding(Identity.ID_TWICE, 5, List.of("job-1", "a/b c%d")),
                new IdentityFinding(
                    Identity.UNKNOWN_WORD, 1_234, List.of("DONE\u001b[31m", "\u202egnorw"))),
            QueueClaim.from("http://localhost:8000/api/v1/monte-carlo/metrics"),
            new GeneratorHealth(
                OptionalDouble.of(50),
                OptionalDouble.of(49.98),
                OptionalLong.empty(),
                2,
                64 << 20,
                OptionalLong.empty())));
  }

  /** Nothing listened. */
  public static RunResult empty() {
    return run(
        THRESHOLDS,
        List.of(condition("target", "http://localhost:8000")),
        new ScenarioResult(
            Scenario.END_TO_END,
            true,
            BEGUN,
            Duration.ZERO,
            End.UNREACHED,
            Counts.ZERO,
            Map.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            0,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            SampleParts.idle(),
            List.of()));
  }

  /** Stopped by SIGINT after 4 s. */
  public static RunResult interrupted() {
    Counts counts =
        Counts.ZERO
            .with(Counter.STARTED, 200)
            .with(Counter.ACCEPTED, 190)
            .with(Counter.SUCCEEDED, 150)
            .with(Counter.CANCELLED_BY_US, 50)
            .with(Counter.CLEANED, 40)
            .with(Counter.POLLS, 800);
    return run(
        THRESHOLDS,
        List.of(condition("target", "http://localhost:8000")),
        scenario(Scenario.END_TO_END, true, End.INTERRUPTED, counts, SampleParts.times(150), 4));
  }

  /** Jobs submitted and not followed. */
  public static RunResult submission() {
    Counts counts =
        Counts.ZERO.with(Counter.STARTED, 50).with(Counter.ACCEPTED, 49).with(Counter.REFUSED, 1);
    Map<Series, Distribution> times = new EnumMap<>(Series.class);
    times.put(
        Series.SUBMIT_SERVICE,
        Distribution.of(SampleParts.spread(49, i -> 11 * MS + i * 100_000L)));
    times.put(Series.SUBMIT_FAILED_SERVICE, Distribution.of(3 * MS));
    return run(
        List.of("submissions.success >= 100%"),
        List.of(condition("target", "http://localhost:8000")),
        new ScenarioResult(
            Scenario.SUBMISSION,
            false,
            BEGUN,
            Duration.ofMillis(612),
            End.COMPLETED,
            counts,
            times,
            List.of(),
            Optional.of(new Window(0, 600 * MS)),
            Optional.empty(),
            List.of(
                new ErrorEntry(
                    ErrorSignature.of(Phase.SUBMIT, ErrorKind.NO_ID, 200, "text/html"),
                    1,
                    30 * MS,
                    30 * MS,
                    "<html>")),
            0,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            SampleParts.idle(),
            List.of()));
  }

  /** The same scenario with other counts and another end. */
  public static RunResult with(RunResult run, Counts counts, End end) {
    ScenarioResult r = run.scenarios().get(0);
    return withScenario(
        run,
        new ScenarioResult(
            r.scenario(),
            r.scheduled(),
            r.begun(),
            r.elapsed(),
            end,
            counts,
            r.distributions(),
            r.points(),
            r.submissions(),
            r.completions(),
            r.errors(),
            r.errorsBeyond(),
            r.identity(),
            r.queue(),
            r.sockets(),
            r.generator(),
            r.notes()));
  }

  /** The same run with another generator and schedule lag. */
  public static RunResult with(RunResult run, GeneratorHealth generator, Distribution lag) {
    ScenarioResult r = run.scenarios().get(0);
    Map<Series, Distribution> times = new EnumMap<>(r.distributions());
    times.put(Series.SCHEDULE_LAG, lag);
    return withScenario(
        run,
        new ScenarioResult(
            r.scenario(),
            r.scheduled(),
            r.begun(),
            r.elapsed(),
            r.end(),
            r.counts(),
            times,
            r.points(),
            r.submissions(),
            r.completions(),
            r.errors(),
            r.errorsBeyond(),
            r.identity(),
            r.queue(),
            r.sockets(),
            generator,
            r.notes()));
  }

  /** The same run with these durations alone. */
  public static RunResult withTimes(RunResult run, Map<Series, Distribution> times) {
    ScenarioResult r = run.scenarios().get(0);
    return with(run, r, times, r.points(), r.submissions());
  }

  /** The same run with another time series; its load lasts so many seconds. */
  public static RunResult withPoints(RunResult run, List<Point> points, int seconds) {
    ScenarioResult r = run.scenarios().get(0);
    return with(run, r, r.distributions(), points, Optional.of(new Window(0, seconds * SECOND)));
  }

  private static RunResult with(
      RunResult run,
      ScenarioResult r,
      Map<Series, Distribution> times,
      List<Point> points,
      Optional<Window> submissions) {
    return withScenario(
        run,
        new ScenarioResult(
            r.scenario(),
            r.scheduled(),
            r.begun(),
            r.elapsed(),
            r.end(),
            r.counts(),
            times,
            points,
            submissions,
            r.completions(),
            r.errors(),
            r.errorsBeyond(),
            r.identity(),
            r.queue(),
            r.sockets(),
            r.generator(),
            r.notes()));
  }

  /** The same run with other thresholds. */
  public static RunResult with(RunResult run, List<String> thresholds) {
    return new RunResult(
        run.runId(), run.tool(), run.command(), run.conditions(), thresholds, run.scenarios());
  }

  /** A run of the scenarios of several. */
  public static RunResult joined(RunResult... runs) {
    List<ScenarioResult> all = new ArrayList<>();
    for (RunResult run : runs) {
      all.addAll(run.scenarios());
    }
    RunResult first = runs[runs.length - 1];
    return new RunResult(
        first.runId(), first.tool(), first.command(), first.conditions(), first.thresholds(), all);
  }

  /** The same run, begun later. */
  public static RunResult later(RunResult run, Duration by) {
    ScenarioResult r = run.scenarios().get(0);
    return withScenario(run, moved(r, r.begun().plus(by), r.points()));
  }

  /** The same run with another time series. */
  public static RunResult withPoints(RunResult run, List<Point> points) {
    ScenarioResult r = run.scenarios().get(0);
    return withScenario(run, moved(r, r.begun(), points));
  }

  private static ScenarioResult moved(ScenarioResult r, Instant begun, List<Point> points) {
    return new ScenarioResult(
        r.scenario(),
        r.scheduled(),
        begun,
        r.elapsed(),
        r.end(),
        r.counts(),
        r.distributions(),
        points,
        r.submissions(),
        r.completions(),
        r.errors(),
        r.errorsBeyond(),
        r.identity(),
        r.queue(),
        r.sockets(),
        r.generator(),
        r.notes());
  }

  private static RunResult withScenario(RunResult run, ScenarioResult scenario) {
    return new RunResult(
        run.runId(),
        run.tool(),
        run.command(),
        run.conditions(),
        run.thresholds(),
        List.of(scenario));
  }

  private static RunResult run(
      List<String> thresholds, List<RunResult.Condition> conditions, ScenarioResult scenario) {
    return new RunResult(
        "7f3a9c21", "stress 0.1.0", "jobs", conditions, thresholds, List.of(scenario));
  }

  private static RunResult.Condition condition(String label, String value) {
    return new RunResult.Condition(label, value);
  }

  private static ScenarioResult scenario(
      Scenario scenario,
      boolean scheduled,
      End end,
      Counts counts,
      Map<Series, Distribution> times,
      int seconds) {
    return new ScenarioResult(
        scenario,
        scheduled,
        BEGUN,
        Duration.ofMillis(seconds * 1_000L + 412),
        end,
        counts,
        times,
        SampleParts.points(seconds),
        Optional.of(new Window(0, seconds * SECOND)),
        Optional.of(new Window(12 * MS, seconds * SECOND + 400 * MS)),
        List.of(),
        0,
        List.of(),
        Optional.of(QueueClaim.from("http://localhost:8000/api/v1/monte-carlo/metrics")),
        Optional.empty(),
        new GeneratorHealth(
            OptionalDouble.of(50),
            OptionalDouble.of(49.98),
            OptionalLong.of(3_120 * MS),
            2,
            64 << 20,
            OptionalLong.of(31 * MS)),
        List.of("polls are answered with Retry-After: 1, which is honoured"));
  }
}
