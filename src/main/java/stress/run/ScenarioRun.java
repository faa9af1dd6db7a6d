package stress.run;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import stress.client.ControlClient;
import stress.client.Waits;
import stress.contract.Meaning;
import stress.job.JobPipeline;
import stress.load.Open;
import stress.load.Pacer;
import stress.load.Pacers;
import stress.measure.Counter;
import stress.measure.End;
import stress.measure.Gauge;
import stress.measure.Gauges;
import stress.measure.GeneratorHealth;
import stress.measure.Ledger;
import stress.measure.QueueClaim;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.TimeSeries;
import stress.measure.Totals;
import stress.measure.Window;

/** One scenario of a plan, carried out once. Event loop. */
final class ScenarioRun {
  private final Plan plan;
  private final Scenario scenario;
  private final Ports ports;
  private final ControlClient control;
  private final List<String> remarks;
  private final Ledger ledger;
  private final JobPipeline pipeline;
  private final PacerWatch watch;
  private final QueueWatch queue;
  private final Flipper flipper;
  private final LoopWatch loop;
  private final Cleanup cleanup;
  private final Totals totals = new Totals();
  private final TimeSeries series = new TimeSeries();
  private final Instant begun;
  private final OwnCost cost;
  private long abandoned;
  private final OptionalLong budgetEnd;

  ScenarioRun(Plan plan, Scenario scenario, Ports ports, RunParts parts, List<String> remarks) {
    this.plan = plan;
    this.scenario = scenario;
    this.ports = ports;
    this.control = parts.control();
    this.budgetEnd = parts.budgetEnd();
    this.remarks = remarks;
    this.begun = ports.wall().now();
    this.ledger = new Ledger(ports.clock().nanos());
    this.watch = new PacerWatch(ledger);
    this.pipeline = parts.pipeline(scenario, ledger);
    Waits waits = new Waits(ports.timers());
    this.queue =
        new QueueWatch(
            control, plan.contract().queueMetrics(), this::unsettled, ports.clock(), waits);
    this.flipper = new Flipper(ledger, ports.clock(), ports.timers(), this::gauges);
    this.loop = new LoopWatch(ledger, ports.clock(), ports.timers());
    this.cleanup = new Cleanup(control, ports.clock(), waits);
    this.cost = new OwnCost(ports.process(), ports.clock());
  }

  /** Carries it out when subscribed; ends early when the stop says so. */
  Uni<ScenarioResult> run(Uni<End> stop, RunListener listener) {
    flipper.to(totals::add);
    flipper.to(series::add);
    flipper.to(interval -> listener.passed(interval, totals.counts()));
    listener.begun(scenario, plan.load().planned());
    flipper.begin();
    loop.begin();
    Pacer pacer = Pacers.of(plan.load(), ports.clock(), ports.timers(), watch);
    Uni<End> load = pipeline.run(pacer).replaceWith(End.COMPLETED);
    Uni<End> sampling = queue.watch().replaceWith(End.COMPLETED);
    return Uni.join()
        .first(load, stop, sampling)
        .toTerminate()
        .onItem()
        .transformToUni(this::close);
  }

  private Uni<ScenarioResult> close(End end) {
    long ended = ports.clock().nanos();
    abandoned = pipeline.submitting();
    pipeline.giveUp();
    loop.stop();
    Uni<Void> rechecked = end == End.COMPLETED ? pipeline.recheck() : Uni.createFrom().voidItem();
    return rechecked
        .onItem()
        .transformToUni(done -> cleaned())
        .onItem()
        .transform(done -> result(end, ended));
  }

  private Uni<Void> cleaned() {
    return plan.cleanup() && control.canCancel() && !pipeline.left().isEmpty()
        ? cleanup.cancel(pipeline.left(), ledger, budgetEnd)
        : Uni.createFrom().voidItem();
  }

  private Gauges gauges() {
    Map<Gauge, Long> levels = new HashMap<>();
    levels.put(Gauge.SUBMITTING, pipeline.submitting());
    if (scenario == Scenario.END_TO_END) {
      Map<Meaning, Long> unsettled = pipeline.unsettled();
      levels.put(Gauge.QUEUE_OWN, unsettled());
      levels.put(Gauge.RUNNING_SEEN, unsettled.getOrDefault(Meaning.RUNNING, 0L));
      levels.put(Gauge.WAITING_SEEN, unsettled.getOrDefault(Meaning.WAITING, 0L));
    }
    return queue.addTo(cost.addTo(Gauges.of(levels)));
  }

  private long unsettled() {
    return pipeline.unsettled().values().stream().mapToLong(Long::longValue).sum();
  }

  private ScenarioResult result(End end, long ended) {
    flipper.finish();
    return new ScenarioResult(
        scenario,
        plan.load() instanceof Open,
        begun,
        Duration.ofNanos(ended - ledger.origin()),
        end,
        totals.counts(),
        totals.distributions(),
        series.points(),
        pipeline.submissions(),
        pipeline.completions(),
        ledger.errors().entries(),
        ledger.errors().beyond(),
        ledger.identity().findings(),
        scenario == Scenario.END_TO_END ? Optional.of(queue.claim()) : Optional.<QueueClaim>empty(),
        health(),
        notes());
  }

  private GeneratorHealth health() {
    OptionalDouble asked =
        plan.load() instanceof Open ? perSecond(due(), intended()) : OptionalDouble.empty();
    return cost.health(asked, perSecond(totals.counts().get(Counter.STARTED), pipeline.starts()));
  }

  /** The first to the last instant at which a start was due, dropped ones included. */
  private Optional<Window> intended() {
    Optional<Window> started = pipeline.intended();
    Optional<Window> dropped = watch.dropped();
    if (started.isEmpty() || dropped.isEmpty()) {
      return started.or(() -> dropped);
    }
    Window one = started.get();
    Window other = dropped.get();
    return Optional.of(
        new Window(
            Math.min(one.startNanos(), other.startNanos()),
            Math.max(one.endNanos(), other.endNanos())));
  }

  private long due() {
    return totals.counts().get(Counter.STARTED) + totals.counts().get(Counter.DROPPED);
  }

  /** The mean rate of n instants over a window: n - 1 gaps; two instants at least. */
  private static OptionalDouble perSecond(long instants, Optional<Window> window) {
    if (instants < 2 || window.isEmpty() || window.get().nanos() == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((instants - 1) * 1e9 / window.get().nanos());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(remarks);
    int left = pipeline.left().size();
    if (left > 0 && scenario == Scenario.END_TO_END && !plan.cleanup()) {
      notes.add(
          left
              + (left == 1 ? " job was" : " jobs were")
              + " left at the target unsettled; --cleanup cancels such jobs");
    }
    if (plan.cleanup() && !control.canCancel()) {
      notes.add("--cleanup did nothing: the contract has no cancel call");
    }
    long unknown = totals.counts().get(Counter.OUTCOME_UNKNOWN) + abandoned;
    if (unknown > 0) {
      notes.add(
          (unknown == 1 ? "for 1 submission" : "for " + unknown + " submissions")
              + " no answer came: the target may have made jobs that nobody follows");
    }
    return notes;
  }
}
