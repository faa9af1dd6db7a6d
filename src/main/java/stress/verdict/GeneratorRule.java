package stress.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.ErrorKind;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.Series;

/**
 * Whether the generator kept its own schedule and its own time.
 *
 * <p>It did not keep its schedule when it began less than 95 % of the starts that an open load
 * asked for and woke more than 100 ms late for one start in a hundred: then the target was under
 * less load than the plan says. Under any load, it did not keep its time when its event loop ran
 * one timer in ten more than 100 ms late, or more than 25 ms where a quota stopped it again and
 * again, of 30 timers at least: then what it measured is its own slowness. Either way no threshold
 * can be believed.
 *
 * <p>Starts that were dropped because too many were in flight are the target's slowness, not the
 * generator's, so they count as offered. A connection that it had no descriptor or port for is
 * always its own failure.
 */
final class GeneratorRule {
  private static final double KEPT = 0.95;
  private static final long LATE = Bottleneck.LATE;
  private static final long LATE_BY_QUOTA = 25_000_000;
  private static final long FEWEST_TIMERS = 30;

  private GeneratorRule() {}

  /** What stands against believing the scenario's thresholds; empty when nothing does. */
  static List<Finding> judge(ScenarioResult result) {
    Optional<Finding> late = late(result).or(() -> outOfTime(result));
    return Stream.of(late, exhausted(result)).flatMap(Optional::stream).toList();
  }

  /** Whether the generator was too slow, for whatever reason. */
  static boolean slow(ScenarioResult result) {
    return late(result).or(() -> outOfTime(result)).isPresent();
  }

  private static Optional<Finding> late(ScenarioResult result) {
    OptionalDouble asked = result.generator().askedPerSecond();
    OptionalDouble offered = result.generator().offeredPerSecond();
    Distribution lag = result.of(Series.SCHEDULE_LAG);
    if (!result.scheduled() || asked.isEmpty() || offered.isEmpty() || lag.isEmpty()) {
      return Optional.empty();
    }
    boolean kept = dueShare(result) * offered.getAsDouble() >= KEPT * asked.getAsDouble();
    return kept || lag.percentile(99) <= LATE
        ? Optional.empty()
        : Optional.of(bottleneck(result, asked.getAsDouble(), offered.getAsDouble()));
  }

  /** Starts that were due and dealt with, begun or dropped, for each one that was begun. */
  private static double dueShare(ScenarioResult result) {
    double started =
        result.count(
            result.scenario().kind() == Scenario.Kind.JOBS
                ? Counter.STARTED
                : Counter.CONNECTIONS_TRIED);
    return started == 0 ? 1 : (started + result.count(Counter.DROPPED)) / started;
  }

  private static Finding bottleneck(ScenarioResult result, double asked, double offered) {
    String woke =
        "it woke "
            + Words.duration(result.of(Series.SCHEDULE_LAG).percentile(99))
            + " or more too late for one start in a hundred.";
    String evidence =
        "The generator was the bottleneck: asked "
            + Words.rate(asked)
            + "/s, offered "
            + Words.rate(offered)
            + "/s, because "
            + new Bottleneck(result).cause().map(cause -> cause + "; " + woke).orElse(woke);
    return new Finding(
        Optional.of(result.scenario()),
        "the generator keeps its schedule",
        Outcome.NO_VERDICT,
        Words.rate(offered) + "/s",
        Optional.empty(),
        evidence);
  }

  private static Optional<Finding> outOfTime(ScenarioResult result) {
    Distribution lag = result.of(Series.LOOP_LAG);
    Bottleneck bottleneck = new Bottleneck(result);
    long bound = bottleneck.throttled() ? LATE_BY_QUOTA : LATE;
    if (lag.count() < FEWEST_TIMERS || lag.percentile(90) <= bound) {
      return Optional.empty();
    }
    String late = Words.duration(lag.percentile(90));
    String evidence =
        "The generator was the bottleneck: its event loop ran one timer in ten "
            + late
            + " or more too late"
            + bottleneck.cause().map(cause -> ", because " + cause).orElse("")
            + ". What it measured is its own slowness as well.";
    return Optional.of(
        new Finding(
            Optional.of(result.scenario()),
            "the generator keeps its time",
            Outcome.NO_VERDICT,
            late,
            Optional.empty(),
            evidence));
  }

  private static Optional<Finding> exhausted(ScenarioResult result) {
    long exhausted = result.count(Counter.CONNECTIONS_EXHAUSTED);
    if (exhausted == 0) {
      return Optional.empty();
    }
    String evidence =
        "The generator was the bottleneck: "
            + Grouping.of(exhausted)
            + " of "
            + Grouping.of(result.count(Counter.CONNECTIONS_TRIED))
            + " connections could not be dialled, "
            + remedy(saw(result, ErrorKind.DESCRIPTORS), saw(result, ErrorKind.PORTS));
    return Optional.of(
        new Finding(
            Optional.of(result.scenario()),
            "the generator can open its connections",
            Outcome.NO_VERDICT,
            Grouping.of(exhausted),
            Optional.empty(),
            evidence));
  }

  private static String remedy(boolean descriptors, boolean ports) {
    if (descriptors && !ports) {
      return "because no file descriptor was left: raise the limit with 'ulimit -n'.";
    }
    if (ports && !descriptors) {
      return "because no local port was left: give more addresses with --local-address.";
    }
    return "because no file descriptor or no local port was left: raise the limit with"
        + " 'ulimit -n', or give more addresses with --local-address.";
  }

  private static boolean saw(ScenarioResult result, ErrorKind kind) {
    return result.errors().stream().anyMatch(error -> error.signature().kind() == kind);
  }
}
