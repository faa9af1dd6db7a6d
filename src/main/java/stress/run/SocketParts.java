package stress.run;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stress.client.JobClient;
import stress.client.SocketClient;
import stress.contract.Meaning;
import stress.measure.Ledger;
import stress.measure.Scenario;
import stress.websocket.CaseTools;
import stress.websocket.ErrorSuite;
import stress.websocket.MessageSource;
import stress.websocket.Messages;
import stress.websocket.Sending;
import stress.websocket.SocketLoad;
import stress.websocket.SocketPipeline;
import stress.websocket.SocketPipelines;

/** Puts together what socket scenarios are made of. */
final class SocketParts {
  /** How long an error case waits for a reaction. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A mark that stands for others: of their characters, none of which JSON escapes. */
  private static final String EXAMPLE = "mark.example:0:0:0;";

  private final SocketWork work;
  private final Plan plan;
  private final Ports ports;
  private final SocketClient sockets;

  SocketParts(SocketWork work, Plan plan, Ports ports) {
    this.work = work;
    this.plan = plan;
    this.ports = ports;
    this.sockets =
        SocketClient.of(
            work.api(), ports.sockets(), plan.base(), plan.connectTimeout(), work.extras());
  }

  /**
   * @param jobs hands in the jobs of the scenario, where the target has jobs
   */
  SocketPipeline pipeline(Scenario scenario, Optional<JobClient> jobs, Ledger ledger) {
    SocketLoad load = scenario == Scenario.THROUGHPUT ? work.load().with(sending()) : work.load();
    return new SocketPipelines(sockets, jobs, ports.clock(), ports.wall(), ports.timers())
        .pipeline(load, ledger);
  }

  private Optional<Sending> sending() {
    return work.sending()
        .map(
            plan ->
                new Sending(
                    new Messages(source(plan), this.plan.runId(), plan.size()),
                    plan.pace(),
                    Sending.MOST_WAITING));
  }

  private MessageSource source(SendPlan plan) {
    if (plan.text().isPresent()) {
      return MessageSource.text(plan.text().get(), plan.binary());
    }
    // The same mark gives the same bytes, so one message shows where marks stand in all of them.
    return sockets
        .message(EXAMPLE)
        .map(one -> MessageSource.like(one, EXAMPLE, plan.binary() || sockets.binary()))
        .orElseGet(() -> MessageSource.mark(plan.binary()));
  }

  /** The error cases of the plan. */
  CaseRun cases(Optional<JobClient> jobs) {
    return new CaseRun(suite(jobs), work.cases());
  }

  /** None of them. */
  CaseRun noCases() {
    return new CaseRun(suite(Optional.empty()), List.of());
  }

  private ErrorSuite suite(Optional<JobClient> jobs) {
    Set<Meaning> unknown = EnumSet.noneOf(Meaning.class);
    unknown.addAll(sockets.unknownJob());
    return new ErrorSuite(
        new CaseTools(
            sockets,
            jobs,
            ports.wires(),
            plan.base().socket(),
            unknown,
            ports.clock(),
            ports.timers(),
            PATIENCE,
            plan.requestTimeout()));
  }
}
