package stress.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import stress.client.SocketExtras;
import stress.client.TargetBase;
import stress.contract.Api;
import stress.contract.ContractFiles;
import stress.measure.RunResult.Condition;
import stress.measure.Scenario;
import stress.run.Plan;
import stress.run.SocketWork;
import stress.simulator.SimulatorConfig;
import stress.transport.SocketSettings;
import stress.websocket.ErrorCase;
import stress.websocket.SocketLoad;

/** Makes the plan of {@code stress websocket}: the only place where its options meet. */
final class SocketPlanMaker {
  private final SocketOptions options;
  private final Api api;
  private final PlanBasics basics;
  private final List<ErrorCase> cases;
  private final MessagePlan messages;
  private final List<String> thresholds;

  /**
   * @throws UsageError when the options contradict each other
   * @throws stress.contract.ContractException when the contract's file is wrong
   */
  SocketPlanMaker(SocketOptions options, Function<String, Optional<String>> environment) {
    this.options = options;
    options.connections.check();
    options.messages.check();
    options.wire.check();
    options.output.check(environment);
    this.api = new ContractFiles(environment).api(options.target.contract);
    if (api.findSocket().isEmpty()) {
      throw new UsageError(
          "--contract "
              + api.name()
              + ": it has no socket; expected one that has, or --contract none for any server");
    }
    this.basics =
        new PlanBasics(
            options.target, options.access, options.run, options.simulator, api, environment);
    this.messages =
        new MessagePlan(options.messages, options.connections.testType.scenarios(), api);
    this.cases = cases(options.errors.cases);
    checkErrors();
    this.thresholds = options.thresholds.of(options.connections.testType.scenarios(), true);
  }

  private static List<ErrorCase> cases(List<String> names) {
    if (names.isEmpty()) {
      return ErrorCase.all();
    }
    try {
      return ErrorCase.named(String.join(",", names));
    } catch (IllegalArgumentException wrong) {
      throw new UsageError("--case: " + wrong.getMessage());
    }
  }

  private void checkErrors() {
    boolean errors = options.connections.testType.scenarios().contains(Scenario.ERRORS);
    UsageError.unless(
        errors || options.errors.cases.isEmpty(), "--case", "goes with --test-type errors or all");
    UsageError.unless(
        errors || !options.errors.underLoad, "--under-load", "goes with --test-type errors or all");
  }

  /** The simulator that is to be the target, if one is. */
  Optional<SimulatorConfig> simulator() {
    return basics.simulator();
  }

  /**
   * Whether this process can hold the connections.
   *
   * @throws UsageError when it cannot
   */
  void preflight(ProcessLimits limits) {
    new Preflight(limits)
        .check(
            options.connections.connections,
            options.target.simulate ? 2 : 1,
            Math.max(1, options.wire.localAddresses.size()));
  }

  /** How sockets are made, apart from the contract. */
  SocketSettings settings() {
    return new SocketSettings(
        Math.toIntExact(options.wire.maxMessage.bytes()),
        options.wire.deflate,
        options.wire.followRedirects,
        options.wire.localAddresses,
        SocketSettings.usual().closeTimeout());
  }

  /**
   * @param simulatorUrl where the simulator listens, if it is the target
   */
  Plan plan(Optional<String> simulatorUrl) {
    TargetBase base = basics.base(simulatorUrl);
    SocketWork work =
        new SocketWork(
            api,
            options.connections.testType.scenarios(),
            options.connections.ramp(),
            load(),
            messages.sending(),
            new SocketExtras(options.wire.headers(), options.wire.subprotocols),
            cases,
            options.errors.underLoad,
            options.connections.cleanup);
    return basics.plan(base, work, conditions(work), List.of(), thresholds);
  }

  private SocketLoad load() {
    return new SocketLoad(
        options.connections.connections,
        options.connections.duration,
        options.connections.onEnd,
        options.connections.jobsPer,
        options.messages.pings(),
        options.messages.parsing,
        Optional.empty());
  }

  private List<Condition> conditions(SocketWork work) {
    List<Condition> lines = new ArrayList<>();
    boolean held =
        options.errors.underLoad
            || work.scenarios().stream().anyMatch(scenario -> scenario != Scenario.ERRORS);
    if (held) {
      lines.add(new Condition("load", options.connections.describe()));
      if (api.jobs().isPresent()) {
        lines.add(new Condition("jobs", jobs()));
      }
      lines.add(new Condition("messages", messages.describe()));
    }
    wire().ifPresent(wire -> lines.add(new Condition("socket", wire)));
    return lines;
  }

  private String jobs() {
    String each =
        switch (options.connections.jobsPer) {
          case CONNECTION -> "one for each connection";
          case RUN -> "one for all connections";
        };
    return each
        + switch (options.connections.onEnd) {
          case RENEW -> "; when it ends, a fresh one takes its place";
          case STOP -> "; its end is the connection's end";
        };
  }

  private Optional<String> wire() {
    List<String> parts = new ArrayList<>();
    WireOptions wire = options.wire;
    if (!wire.subprotocols.isEmpty()) {
      parts.add("subprotocols " + String.join(", ", wire.subprotocols));
    }
    wire.origin.ifPresent(origin -> parts.add("origin " + origin));
    if (!wire.localAddresses.isEmpty()) {
      parts.add("dialled from " + String.join(", ", wire.localAddresses));
    }
    if (wire.deflate) {
      parts.add("permessage-deflate offered");
    }
    if (wire.followRedirects) {
      parts.add("redirects followed");
    }
    if (options.access.insecure) {
      parts.add("certificates not checked");
    }
    parts.add("messages to " + wire.maxMessage);
    return Optional.of(String.join(", ", parts));
  }
}
