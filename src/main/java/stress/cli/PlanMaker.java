package stress.cli;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import stress.client.RunKey;
import stress.client.TargetBase;
import stress.clock.DurationText;
import stress.contract.Contract;
import stress.contract.ContractFiles;
import stress.job.FollowMode;
import stress.load.LoadModel;
import stress.measure.RunResult.Condition;
import stress.measure.Scenario;
import stress.run.Plan;
import stress.simulator.SimulatorConfig;
import stress.transport.TargetUrl;
import stress.verdict.DefaultThresholds;
import stress.verdict.Threshold;

/** Makes a plan of the options: the only place where options meet each other. */
final class PlanMaker {
  private final JobOptions options;
  private final Contract contract;
  private final long seed;
  private final String runId;
  private final LoadModel load;
  private final Optional<SimulatorConfig> simulator;

  /**
   * @throws UsageError when the options contradict each other
   * @throws stress.contract.ContractException when the contract's file is wrong
   */
  PlanMaker(JobOptions options, ContractFiles files) {
    this.options = options;
    options.target.check();
    options.follow.check();
    options.run.check();
    options.output.check();
    if (options.target.simulate && options.target.url.isPresent()) {
      throw new UsageError("--simulate brings its own target: expected it without --url");
    }
    List<String> simulated = options.simulator.given();
    if (!options.target.simulate && !simulated.isEmpty()) {
      throw new UsageError(
          String.join(" and ", simulated)
              + ": goes with --simulate, not with a target of your own");
    }
    SecureRandom chance = new SecureRandom();
    this.seed = options.run.seed.orElseGet(() -> Math.floorMod(chance.nextLong(), 1_000_000_000L));
    this.runId = String.format(Locale.ROOT, "%016x", chance.nextLong());
    this.contract = options.target.contract(files);
    this.load = options.load.toModel(seed);
    if (options.follow.follow == FollowMode.SOCKET && contract.socket().isEmpty()) {
      throw new UsageError(
          "--follow socket: the contract '" + contract.name() + "' has no socket; expected poll");
    }
    this.simulator =
        options.target.simulate ? Optional.of(options.simulator.toConfig(seed)) : Optional.empty();
    if (simulator.isEmpty()) {
      options.target.base(contract);
    }
  }

  /** The simulator that is to be the target, if one is; it rolls the run's own dice. */
  Optional<SimulatorConfig> simulator() {
    return simulator;
  }

  /**
   * @param simulatorUrl where the simulator listens, if it is the target
   */
  Plan plan(Optional<String> simulatorUrl) {
    TargetBase base = base(simulatorUrl);
    return new Plan(
        Version.tool(),
        runId,
        contract,
        base,
        new RunKey(seed, tag()),
        load,
        options.follow.testType.scenarios(),
        options.follow.follow,
        options.follow.pacing(),
        options.follow.timeout,
        options.target.requestTimeout,
        options.target.connectTimeout,
        options.run.budget,
        options.target.waitForTarget,
        options.follow.cleanup,
        !Version.isNative(),
        conditions(base),
        thresholds());
  }

  private TargetBase base(Optional<String> simulatorUrl) {
    if (simulatorUrl.isPresent()) {
      options.target.url = simulatorUrl.map(TargetUrl::parse);
    }
    return options.target.base(contract);
  }

  /** A given seed promises the same bodies; without one no two runs send the same. */
  private String tag() {
    return "stress-" + (options.run.seed.isPresent() ? Long.toString(seed) : runId);
  }

  private List<String> thresholds() {
    if (options.run.noDefaultThresholds) {
      return List.of();
    }
    return options.follow.testType.scenarios().stream()
        .flatMap(scenario -> DefaultThresholds.of(scenario).stream())
        .map(Threshold::text)
        .distinct()
        .toList();
  }

  private List<Condition> conditions(TargetBase base) {
    List<Condition> lines = new ArrayList<>();
    String where = base.http().display();
    lines.add(new Condition("target", simulator.isPresent() ? where + " (simulator)" : where));
    lines.add(new Condition("contract", contract.name()));
    if (!base.added().isEmpty()) {
      lines.add(new Condition("headers", String.join(", ", base.added().keySet())));
    }
    lines.add(
        new Condition(
            "test",
            options.follow.testType.scenarios().stream()
                .map(Scenario::id)
                .collect(Collectors.joining(", then "))));
    lines.add(new Condition("load", load.describe()));
    if (options.follow.testType.scenarios().contains(Scenario.END_TO_END)) {
      lines.add(new Condition("follow", follow()));
    }
    lines.add(new Condition("limits", limits()));
    lines.add(new Condition("seed", Long.toString(seed)));
    lines.add(new Condition("run", runId));
    return lines;
  }

  private String follow() {
    String polling =
        "every "
            + DurationText.format(options.follow.pollInterval)
            + options.follow.maxPollRate.map(r -> ", at most " + r.describe()).orElse("");
    return switch (options.follow.follow) {
      case POLL -> "poll " + polling;
      case SOCKET -> "socket";
      case AUTO ->
          contract.socket().isPresent()
              ? "socket, then poll " + polling + " if it ends early"
              : "poll " + polling + " (the contract has no socket)";
    };
  }

  private String limits() {
    List<String> limits = new ArrayList<>();
    limits.add("job " + DurationText.format(options.follow.timeout));
    limits.add("request " + DurationText.format(options.target.requestTimeout));
    limits.add("connection " + DurationText.format(options.target.connectTimeout));
    Optional<Duration> budget = options.run.budget;
    budget.ifPresent(time -> limits.add("run " + DurationText.format(time)));
    return String.join(", ", limits);
  }
}
