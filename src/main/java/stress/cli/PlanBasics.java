package stress.cli;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import stress.client.RunKey;
import stress.client.TargetBase;
import stress.clock.DurationText;
import stress.contract.Api;
import stress.measure.RunResult.Condition;
import stress.measure.Scenario;
import stress.run.Plan;
import stress.run.Work;
import stress.simulator.SimulatorConfig;

/** What a plan is made of whatever its work: target, access, seed, limits, thresholds. */
final class PlanBasics {
  private final TargetOptions target;
  private final RunOptions run;
  private final Api api;
  private final Map<String, String> access;
  private final long seed;
  private final String runId;
  private final Optional<SimulatorConfig> simulator;

  /**
   * @throws UsageError when the options contradict each other
   */
  PlanBasics(
      TargetOptions target,
      AccessOptions access,
      RunOptions run,
      SimulatorOptions simulated,
      Api api,
      Function<String, Optional<String>> environment) {
    this.target = target;
    this.run = run;
    this.api = api;
    target.check();
    access.check();
    run.check();
    if (target.simulate && target.url.isPresent()) {
      throw new UsageError("--simulate brings its own target: expected it without --url");
    }
    if (!target.simulate && !simulated.given().isEmpty()) {
      throw new UsageError(
          String.join(" and ", simulated.given())
              + ": goes with --simulate, not with a target of your own");
    }
    this.access = access.headers(environment);
    SecureRandom chance = new SecureRandom();
    this.seed = run.seed.orElseGet(() -> Math.floorMod(chance.nextLong(), 1_000_000_000L));
    this.runId = String.format(Locale.ROOT, "%016x", chance.nextLong());
    this.simulator = target.simulate ? Optional.of(simulated.toConfig(seed)) : Optional.empty();
    if (simulator.isEmpty()) {
      target.base(api, this.access);
    }
  }

  /** Decides everything that is left to chance. */
  long seed() {
    return seed;
  }

  /** The simulator that is to be the target, if one is; it rolls the run's own dice. */
  Optional<SimulatorConfig> simulator() {
    return simulator;
  }

  /**
   * Where the calls go.
   *
   * @param simulatorUrl where the simulator listens, if it is the target
   */
  TargetBase base(Optional<String> simulatorUrl) {
    return simulatorUrl
        .map(url -> target.simulated(url, api, access))
        .orElseGet(() -> target.base(api, access));
  }

  /**
   * @param conditions what is said of the work, between the target and the limits
   * @param limits further ones, in words
   * @param thresholds in the threshold language
   */
  Plan plan(
      TargetBase base,
      Work work,
      List<Condition> conditions,
      List<String> limits,
      List<String> thresholds) {
    return new Plan(
        Version.tool(),
        runId,
        new RunKey(seed, tag()),
        base,
        work,
        target.requestTimeout,
        target.connectTimeout,
        run.budget,
        target.waitForTarget,
        !Version.isNative(),
        all(base, work, conditions, limits),
        thresholds,
        run.monitoring());
  }

  /** A given seed promises the same bodies; without one no two runs send the same. */
  private String tag() {
    return "stress-" + (run.seed.isPresent() ? Long.toString(seed) : runId);
  }

  private List<Condition> all(
      TargetBase base, Work work, List<Condition> conditions, List<String> limits) {
    List<Condition> lines = new ArrayList<>();
    String where =
        work.scenarios().get(0).kind() == Scenario.Kind.JOBS
            ? base.http().display()
            : base.socket().display();
    lines.add(new Condition("target", simulator.isPresent() ? where + " (simulator)" : where));
    lines.add(new Condition("contract", api.name()));
    if (!base.added().isEmpty()) {
      lines.add(new Condition("headers", String.join(", ", base.added().keySet())));
    }
    lines.add(
        new Condition(
            "test",
            work.scenarios().stream().map(Scenario::id).collect(Collectors.joining(", then "))));
    lines.addAll(conditions);
    monitored().ifPresent(line -> lines.add(new Condition("monitor", line)));
    lines.add(new Condition("limits", limits(limits)));
    lines.add(new Condition("seed", Long.toString(seed)));
    lines.add(new Condition("run", runId));
    return lines;
  }

  private Optional<String> monitored() {
    List<String> sources = new ArrayList<>();
    run.monitorPid.ifPresent(pid -> sources.add("pid " + pid));
    run.monitorUrl.ifPresent(url -> sources.add(url.display()));
    sources.addAll(run.monitorSeries);
    return sources.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", sources));
  }

  private String limits(List<String> further) {
    List<String> limits = new ArrayList<>(further);
    limits.add("request " + DurationText.format(target.requestTimeout));
    limits.add("connection " + DurationText.format(target.connectTimeout));
    Optional<Duration> budget = run.budget;
    budget.ifPresent(time -> limits.add("run " + DurationText.format(time)));
    return String.join(", ", limits);
  }
}
