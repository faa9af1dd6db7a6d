package stress.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import stress.clock.DurationText;
import stress.contract.Contract;
import stress.contract.ContractFiles;
import stress.job.FollowMode;
import stress.load.LoadModel;
import stress.load.Open;
import stress.measure.RunResult.Condition;
import stress.measure.Scenario;
import stress.run.JobWork;
import stress.run.Plan;
import stress.simulator.SimulatorConfig;

/** Makes the plan of {@code stress jobs}: the only place where its options meet each other. */
final class PlanMaker {
  private final JobOptions options;
  private final Contract contract;
  private final PlanBasics basics;
  private final LoadModel load;
  private final List<String> thresholds;

  /**
   * @throws UsageError when the options contradict each other
   * @throws stress.contract.ContractException when the contract's file is wrong
   */
  PlanMaker(JobOptions options, Function<String, Optional<String>> environment) {
    this.options = options;
    options.follow.check();
    options.output.check(environment);
    this.contract = new ContractFiles(environment).find(options.target.contract);
    this.basics =
        new PlanBasics(
            options.target, options.access, options.run, options.simulator, contract, environment);
    this.load = options.load.toModel(basics.seed());
    this.thresholds =
        options.thresholds.of(options.follow.testType.scenarios(), load instanceof Open);
    if (options.follow.follow == FollowMode.SOCKET && contract.socket().isEmpty()) {
      throw new UsageError(
          "--follow socket: the contract '" + contract.name() + "' has no socket; expected poll");
    }
  }

  /** The simulator that is to be the target, if one is. */
  Optional<SimulatorConfig> simulator() {
    return basics.simulator();
  }

  /**
   * @param simulatorUrl where the simulator listens, if it is the target
   */
  Plan plan(Optional<String> simulatorUrl) {
    JobWork work =
        new JobWork(
            contract,
            load,
            options.follow.testType.scenarios(),
            options.follow.follow,
            options.follow.pacing(),
            options.follow.timeout,
            options.follow.cleanup);
    return basics.plan(
        basics.base(simulatorUrl),
        work,
        conditions(work),
        List.of("job " + DurationText.format(options.follow.timeout)),
        thresholds);
  }

  private List<Condition> conditions(JobWork work) {
    List<Condition> lines = new ArrayList<>();
    lines.add(new Condition("load", load.describe()));
    if (work.scenarios().contains(Scenario.END_TO_END)) {
      lines.add(new Condition("follow", follow()));
    }
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
}
