package stress.cli;

import java.util.Optional;
import java.util.function.Function;
import stress.measure.RunResult;
import stress.run.Plan;
import stress.run.StopSignal;
import stress.simulator.SimulatorConfig;
import stress.transport.SocketSettings;
import stress.transport.TargetUrl;
import stress.transport.Tls;

/**
 * A run that is decided and checked, but for the address of a simulator that does not listen yet.
 *
 * @param plan made when that address is known; absent where the target is another
 * @param simulator the target, where it is one
 * @param where of the target's addresses the one that a person would name
 */
record Preparation(
    Function<Optional<String>, Plan> plan,
    Optional<SimulatorConfig> simulator,
    Tls tls,
    SocketSettings settings,
    Function<Plan, TargetUrl> where) {
  /**
   * A run that was carried out.
   *
   * @param hint what to do about a target that is not there
   */
  record Carried(RunResult run, Optional<String> hint) {}

  /**
   * Carries it out, waits for it, and ends the simulator.
   *
   * @param stop what SIGINT and SIGTERM are passed on to
   */
  Carried carryOut(Process process, VertxSource vertx, boolean quiet, StopSignal stop) {
    try (EmbeddedTarget target = new EmbeddedTarget(vertx)) {
      Plan decided = plan.apply(simulator.map(target::start));
      RunResult run =
          new JobRun(process, vertx.get(), quiet).carryOut(decided, tls, settings, stop);
      return new Carried(run, Unreached.hint(run, where.apply(decided).display()));
    }
  }
}
