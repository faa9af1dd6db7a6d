package stress.run;

import java.util.Optional;
import java.util.OptionalLong;
import stress.client.ControlClient;
import stress.client.JobClient;
import stress.client.JobSocket;
import stress.client.RunKey;
import stress.job.JobPipeline;
import stress.job.JobPipelines;
import stress.measure.Ledger;
import stress.measure.Scenario;

/** Puts together what the scenarios of a plan are made of. */
final class RunParts {
  private final Plan plan;
  private final Ports ports;
  private final ControlClient control;
  private final OptionalLong budgetEnd;

  RunParts(Plan plan, Ports ports) {
    this.plan = plan;
    this.ports = ports;
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

  JobPipeline pipeline(Scenario scenario, Ledger ledger) {
    return scenario == Scenario.SUBMISSION
        ? pipelines(scenario).submitting(ledger)
        : pipelines(scenario).following(plan.follow(), plan.polling(), plan.timeout(), ledger);
  }

  private JobPipelines pipelines(Scenario scenario) {
    JobClient client =
        new JobClient(
            plan.contract(), ports.http(), plan.base(), key(scenario), plan.requestTimeout());
    Optional<JobSocket> socket =
        plan.contract()
            .socket()
            .map(s -> new JobSocket(s, ports.sockets(), plan.base(), plan.connectTimeout()));
    return new JobPipelines(client, socket, ports.clock(), ports.timers());
  }

  /**
   * Each scenario counts its starts from 0; without a tag of its own, the second would send the
   * bodies of the first again, and a target that merges equal submissions would make no jobs of
   * them.
   */
  private RunKey key(Scenario scenario) {
    return plan.scenarios().size() == 1
        ? plan.key()
        : new RunKey(plan.key().seed(), plan.key().tag() + "-" + scenario.id());
  }
}
