package stress.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;

/** Runs of which the operating system and monitors told something. */
public final class SampleWatched {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private SampleWatched() {}

  /** The good run on a machine that tells everything, its target monitored. */
  public static RunResult watched() {
    RunResult good = SampleRuns.good();
    ScenarioResult result = with(good.scenarios().get(0), health(host(0.5, 200, 3)));
    return of(
        good,
        monitored(
            result,
            List.of(
                level(Monitored.Kind.CPU, "cpu", OptionalDouble.of(2), 20, i -> 0.5 + i * 0.01),
                level(Monitored.Kind.MEMORY, "memory", OptionalDouble.empty(), 20, i -> 96 << 20),
                level(
                    Monitored.Kind.SERIES,
                    "jobs_waiting{queue=\"\u001b[31ma\"}",
                    OptionalDouble.empty(),
                    20,
                    i -> i % 3))));
  }

  /** A quota of so many cores, throttled in so many of so many periods, and the rest at ease. */
  public static OwnHost host(double cores, long periods, long throttled) {
    return new OwnHost(
        Optional.of(new CpuQuota(cores, periods, throttled, throttled * 95 * MS)),
        OptionalLong.of(180L << 20),
        OptionalLong.of(12 * MS),
        OptionalLong.of(40 * MS),
        OptionalLong.of(0),
        Optional.of(new Usage(152, OptionalLong.of(1_048_576))),
        Optional.of(new Usage(231, OptionalLong.of(28_232))));
  }

  public static GeneratorHealth health(OwnHost host) {
    return new GeneratorHealth(
        OptionalDouble.of(50),
        OptionalDouble.of(49.98),
        OptionalLong.of(3_120 * MS),
        2,
        64 << 20,
        OptionalLong.of(31 * MS),
        host);
  }

  /** A level of the target, read once a second. */
  public static Monitored level(
      Monitored.Kind kind,
      String name,
      OptionalDouble most,
      int seconds,
      IntToDoubleFunction value) {
    List<Monitored.Reading> readings = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      readings.add(new Monitored.Reading(i * SECOND, value.applyAsDouble(i)));
    }
    return new Monitored("pid 4711", kind, name, most, readings);
  }

  /** The run with this scenario alone. */
  public static RunResult of(RunResult run, ScenarioResult scenario) {
    return new RunResult(
        run.runId(),
        run.tool(),
        run.command(),
        run.conditions(),
        run.thresholds(),
        List.of(scenario));
  }

  public static ScenarioResult with(ScenarioResult r, GeneratorHealth generator) {
    return new Copy(r).generator(generator).result();
  }

  public static ScenarioResult monitored(ScenarioResult r, List<Monitored> monitored) {
    return new Copy(r).monitored(monitored).result();
  }

  /** A scenario that is being changed in some points. */
  public static final class Copy {
    private final ScenarioResult r;
    private Counts counts;
    private Map<Series, Distribution> times;
    private List<Point> points;
    private List<ErrorEntry> errors;
    private List<IdentityFinding> identity;
    private Optional<SocketFacts> sockets;
    private GeneratorHealth generator;
    private List<Monitored> monitored;
    private java.time.Duration elapsed;

    public Copy(ScenarioResult r) {
      this.r = r;
      this.counts = r.counts();
      this.times = r.distributions();
      this.points = r.points();
      this.errors = r.errors();
      this.identity = r.identity();
      this.sockets = r.sockets();
      this.generator = r.generator();
      this.monitored = r.monitored();
      this.elapsed = r.elapsed();
    }

    public Copy counts(Counts other) {
      counts = other;
      return this;
    }

    /** One series in place of the other of its name; an empty one is taken out. */
    public Copy time(Series series, Distribution distribution) {
      Map<Series, Distribution> changed = new java.util.EnumMap<>(Series.class);
      changed.putAll(times);
      if (distribution.isEmpty()) {
        changed.remove(series);
      } else {
        changed.put(series, distribution);
      }
      times = changed;
      return this;
    }

    public Copy points(List<Point> other) {
      points = other;
      return this;
    }

    public Copy errors(ErrorEntry... other) {
      errors = List.of(other);
      return this;
    }

    public Copy identity(IdentityFinding... other) {
      identity = List.of(other);
      return this;
    }

    public Copy sockets(SocketFacts other) {
      sockets = Optional.of(other);
      return this;
    }

    public Copy generator(GeneratorHealth other) {
      generator = other;
      return this;
    }

    public Copy monitored(List<Monitored> other) {
      monitored = other;
      return this;
    }

    public Copy elapsed(java.time.Duration other) {
      elapsed = other;
      return this;
    }

    public ScenarioResult result() {
      return new ScenarioResult(
          r.scenario(),
          r.scheduled(),
          r.begun(),
          elapsed,
          r.end(),
          counts,
          times,
          points,
          r.submissions(),
          r.completions(),
          errors,
          r.errorsBeyond(),
          identity,
          r.queue(),
          sockets,
          generator,
          r.notes(),
          monitored);
    }
  }
}
