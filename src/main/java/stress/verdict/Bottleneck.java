package stress.verdict;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import stress.measure.CpuQuota;
import stress.measure.Distribution;
import stress.measure.GeneratorHealth;
import stress.measure.ScenarioResult;
import stress.measure.Series;

/**
 * What held a generator up, chosen by what was measured of it, the surest cause first: a quota that
 * was used up, collections, its own use of its cores, others that had the processors, the host.
 */
final class Bottleneck {
  /** A hundred milliseconds: what counts as late for a start, a timer and a pause. */
  static final long LATE = 100_000_000;

  private static final double THROTTLED = 0.1;
  private static final double COLLECTING = 0.2;
  private static final double USED = 0.9;
  private static final double WAITED = 0.2;
  private static final double STOLEN = 0.1;

  private final ScenarioResult result;
  private final GeneratorHealth health;

  Bottleneck(ScenarioResult result) {
    this.result = result;
    this.health = result.generator();
  }

  /** The cause as half a sentence behind "because"; empty when nothing measured tells it. */
  Optional<String> cause() {
    return Stream.<Function<Bottleneck, Optional<String>>>of(
            Bottleneck::quota,
            Bottleneck::collections,
            Bottleneck::cores,
            Bottleneck::others,
            Bottleneck::host,
            Bottleneck::heldUp)
        .flatMap(one -> one.apply(this).stream())
        .findFirst();
  }

  /** Whether the quota was used up in more than one of ten periods. */
  boolean throttled() {
    return health.host().quota().filter(quota -> share(quota) > THROTTLED).isPresent();
  }

  private static double share(CpuQuota quota) {
    return quota.periods() == 0 ? 0 : (double) quota.throttledPeriods() / quota.periods();
  }

  private Optional<String> quota() {
    return health
        .host()
        .quota()
        .filter(quota -> throttled())
        .map(
            quota ->
                "the process was given "
                    + Words.cores(quota.cores())
                    + " (cgroup quota) and was throttled in "
                    + Words.percent(share(quota))
                    + " of the quota's periods");
  }

  private Optional<String> collections() {
    OptionalLong longest = health.host().gcLongestNanos();
    boolean much = ofElapsed(health.gcNanos()) > COLLECTING;
    boolean paused = longest.isPresent() && longest.getAsLong() > LATE;
    if (!much && !paused) {
      return Optional.empty();
    }
    return Optional.of(
        "garbage collection paused it for "
            + Words.duration(health.gcNanos().orElse(0))
            + " in all"
            + (paused ? ", up to " + Words.duration(longest.getAsLong()) + " in one second" : "")
            + ": give it more heap with -Xmx");
  }

  private Optional<String> cores() {
    double used = ofElapsed(health.cpuNanos());
    if (health.processors() > 0 && used > USED * health.processors()) {
      return Optional.of(
          "it used "
              + Words.percent(used / health.processors())
              + " of its "
              + (health.processors() == 1 ? "only core" : health.processors() + " cores"));
    }
    return used > USED
        ? Optional.of(
            "it used "
                + Words.percent(used)
                + " of one core, and its event loop cannot use more than one")
        : Optional.empty();
  }

  private Optional<String> others() {
    OptionalLong waited = health.host().waitedNanos();
    return ofElapsed(waited) > WAITED
        ? Optional.of(
            "other processes had the processors: a thread of it was ready to run and waited for"
                + " one for "
                + Words.percent(ofElapsed(waited))
                + " of the time")
        : Optional.empty();
  }

  private Optional<String> host() {
    double stolen = ofElapsed(health.host().stolenNanos()) / Math.max(1, health.processors());
    return stolen > STOLEN
        ? Optional.of(
            "the machine's host gave "
                + Words.percent(stolen)
                + " of its processors' time to others (steal)")
        : Optional.empty();
  }

  private Optional<String> heldUp() {
    Distribution lag = result.of(Series.LOOP_LAG);
    if (lag.isEmpty() || lag.percentile(99) <= LATE || health.cpuNanos().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "its event loop was late (p99 "
            + Words.duration(lag.percentile(99))
            + ") while it used only "
            + Words.percent(ofElapsed(health.cpuNanos()))
            + " of one core: something held the process up, such as a CPU limit, a stop signal or"
            + " a sleeping machine");
  }

  private double ofElapsed(OptionalLong nanos) {
    long elapsed = result.elapsed().toNanos();
    return nanos.isEmpty() || elapsed == 0 ? 0 : (double) nanos.getAsLong() / elapsed;
  }
}
