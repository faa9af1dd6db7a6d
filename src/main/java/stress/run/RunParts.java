package stress.run;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import stress.client.ControlClient;
import stress.client.JobClient;
import stress.client.JobSocket;
import stress.client.RunKey;
import stress.contract.Contract;
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
        new ControlClient(plan.work().api(), ports.control(), plan.base(), plan.requestTimeout());
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

  /** One scenario of the plan; its clock begins now. */
  ScenarioRun scenario(Scenario scenario, List<String> notes) {
    Recording recording = new Recording(ports, scenario, plan.monitoring());
    if (plan.work() instanceof JobWork jobs) {
      return new JobScenario(jobs, scenario, ports, this, recording, notes);
    }
    return sockets((SocketWork) plan.work(), scenario, recording, notes);
  }

  private ScenarioRun sockets(
      SocketWork work, Scenario scenario, Recording recording, List<String> notes) {
    SocketParts sockets = new SocketParts(work, plan, ports);
    Ledger ledger = recording.ledger();
    Optional<JobClient> jobs = work.api().jobs().map(contract -> jobs(contract, scenario.id()));
    Optional<JobClient> tried = work.api().jobs().map(contract -> jobs(contract, "case"));
    if (scenario == Scenario.ERRORS && !work.underLoad()) {
      return new ErrorScenario(work, ports, this, recording, sockets.cases(tried), notes);
    }
    CaseRun cases = scenario == Scenario.ERRORS ? sockets.cases(tried) : sockets.noCases();
    return new SocketScenario(
        work, ports, this, recording, sockets.pipeline(scenario, jobs, ledger), cases, notes);
  }

  /** Runs the program's own code once. */
  Uni<Void> rehearsed() {
    return plan.work() instanceof JobWork jobs
        ? new Rehearsal(jobs, plan, ports, control.probe()).play()
        : new SocketRehearsal((SocketWork) plan.work(), plan, ports, control.probe()).play();
  }

  JobPipeline pipeline(JobWork work, Scenario scenario, Ledger ledger) {
    JobPipelines pipelines = pipelines(work, scenario);
    return scenario == Scenario.SUBMISSION
        ? pipelines.submitting(ledger)
        : pipelines.following(work.follow(), work.polling(), work.timeout(), ledger);
  }

  private JobPipelines pipelines(JobWork work, Scenario scenario) {
    Optional<JobSocket> socket =
        work.contract()
            .socket()
            .map(s -> new JobSocket(s, ports.sockets(), plan.base(), plan.connectTimeout()));
    return new JobPipelines(
        jobs(work.contract(), scenario.id()), socket, ports.clock(), ports.timers());
  }

  private JobClient jobs(Contract contract, String part) {
    return new JobClient(contract, ports.http(), plan.base(), key(part), plan.requestTimeout());
  }

  /**
   * Each part of a run counts its starts from 0; without a tag of its own, the second would send
   * the bodies of the first again, and a target that merges equal submissions would make no jobs of
   * them.
   */
  private RunKey key(String part) {
    return plan.work().scenarios().size() == 1 && plan.work() instanceof JobWork
        ? plan.key()
        : new RunKey(plan.key().seed(), plan.key().tag() + "-" + part);
  }
}
