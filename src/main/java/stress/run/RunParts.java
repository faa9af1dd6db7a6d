package stress.run;

import java.util.Optional;
import java.util.OptionalLong;
import stress.client.ControlClient;
import stress.client.JobClient;
import stress.client.JobSocket;
import stress.job.JobPipeline;
import stress.job.JobPipelines;
import stress.measure.Ledger;
import stress.measure.Scenario;

/** Puts together, once, what the scenarios of a plan share. */
final class RunParts {
  private final JobPipelines pipelines;
  private final ControlClient control;
  private final OptionalLong budgetEnd;

  RunParts(Plan plan, Ports ports) {
    JobClient client =
        new JobClient(
            plan.contract(), ports.http(), plan.base(), plan.key(), plan.requestTimeout());
    Optional<JobSocket> socket =
        plan.contract()
            .socket()
            .map(s -> new JobSocket(s, ports.sockets(), plan.base(), plan.connectTimeout()));
    this.pipelines = new JobPipelines(client, socket, ports.clock(), ports.timers());
    this.control =
        new ControlClient(plan.contract(), ports.control(), plan.base(), plan.requestTimeout());
    this.budgetEnd =
        plan.budget()
            .map(budget -> OptionalLong.of(ports.clock().nanos() + budget.toNanos()))
            .orElseGet(OptionalLong::empty);
  }

  /**
   * The instant at which the whole run must be over; the budget counts from this object's making.
   */
  OptionalLong budgetEnd() {
    return budgetEnd;
  }

  ControlClient control() {
    return control;
  }

  JobPipeline pipeline(Plan plan, Scenario scenario, Ledger ledger) {
    return scenario == Scenario.SUBMISSION
        ? pipelines.submitting(ledger)
        : pipelines.following(plan.follow(), plan.polling(), plan.timeout(), ledger);
  }
}
