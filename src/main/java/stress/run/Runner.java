package stress.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import stress.client.ControlClient.Readiness;
import stress.client.Waits;
import stress.measure.End;
import stress.measure.RunResult;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;

/** Carries out a plan: is the target there, then one scenario after the other. */
public final class Runner {
  private final Plan plan;
  private final Ports ports;
  private final RunListener listener;
  private final StopSignal stop;

  public Runner(Plan plan, Ports ports, RunListener listener, StopSignal stop) {
    this.plan = plan;
    this.ports = ports;
    this.listener = listener;
    this.stop = stop;
  }

  /** Runs when subscribed, on the event loop; the item is the finished run, however it ended. */
  public Uni<RunResult> run() {
    return Uni.createFrom()
        .deferred(this::begin)
        .onItem()
        .transform(this::result)
        .runSubscriptionOn(ports.eventLoop());
  }

  private Uni<List<ScenarioResult>> begin() {
    RunParts parts = new RunParts(plan, ports);
    Waits waits = new Waits(ports.timers());
    Uni<End> stopped = stopped(parts, waits);
    Uni<Object> ready =
        new TargetWait(parts.control(), ports.clock(), waits)
            .await(plan.waitForTarget(), listener)
            .onItem()
            .castTo(Object.class);
    return Uni.join()
        .first(ready, stopped.onItem().castTo(Object.class))
        .toTerminate()
        .onItem()
        .transformToUni(first -> afterWaiting(first, parts, stopped));
  }

  private Uni<End> stopped(RunParts parts, Waits waits) {
    Uni<End> signal = stop.on(ports.eventLoop());
    if (parts.budgetEnd().isEmpty()) {
      return signal;
    }
    long end = parts.budgetEnd().getAsLong() - keptForCleanup();
    return Uni.join().first(signal, waits.until(end).replaceWith(End.BUDGET)).toTerminate();
  }

  /** What cleaning up may need at the end of a budget is kept back from the load. */
  private long keptForCleanup() {
    long fifth = plan.budget().map(budget -> budget.toNanos() / 5).orElse(0L);
    return plan.work().cleanup() ? Math.min(Cleanup.LONGEST_NANOS, fifth) : 0;
  }

  private Uni<List<ScenarioResult>> afterWaiting(Object first, RunParts parts, Uni<End> stopped) {
    if (first instanceof End end) {
      return Uni.createFrom().item(List.of(nothing(end, "stopped while waiting for the target")));
    }
    Readiness readiness = (Readiness) first;
    boolean there = plan.waitForTarget().isPresent() ? readiness.ready() : readiness.reached();
    if (!there) {
      return Uni.createFrom().item(List.of(nothing(End.UNREACHED, unreached(readiness))));
    }
    Uni<Void> rehearsed = plan.rehearse() ? parts.rehearsed() : Uni.createFrom().voidItem();
    return rehearsed.onItem().transformToUni(done -> scenarios(parts, stopped, readiness));
  }

  private String unreached(Readiness readiness) {
    String waited =
        plan.waitForTarget().isPresent()
            ? " after waiting " + stress.clock.DurationText.format(plan.waitForTarget().get())
            : "";
    return plan.base().http().display() + ": " + readiness.evidence() + waited;
  }

  private Uni<List<ScenarioResult>> scenarios(
      RunParts parts, Uni<End> stopped, Readiness readiness) {
    List<ScenarioResult> results = new ArrayList<>();
    return Multi.createFrom()
        .iterable(plan.work().scenarios())
        .onItem()
        .transformToUniAndConcatenate(scenario -> scenario(scenario, parts, stopped, readiness))
        .onItem()
        .invoke(result -> results.add(noted(result)))
        .select()
        .first(result -> result.end() == End.COMPLETED && stop.aborted().isEmpty())
        .onItem()
        .ignoreAsUni()
        .replaceWith(results);
  }

  private Uni<ScenarioResult> scenario(
      Scenario scenario, RunParts parts, Uni<End> stopped, Readiness readiness) {
    List<String> notes =
        readiness.ready()
            ? List.of()
            : List.of(
                "the target did not call itself ready before the run: " + readiness.evidence());
    return Uni.createFrom().deferred(() -> parts.scenario(scenario, notes).run(stopped, listener));
  }

  /** With a note on what was cut off, where a failed threshold did that. */
  private ScenarioResult noted(ScenarioResult result) {
    List<Scenario> all = plan.work().scenarios();
    boolean last = result.scenario() == all.get(all.size() - 1);
    if (result.end() == End.ABORTED) {
      return stop.aborted().map(why -> result.noting("stopped, because " + why)).orElse(result);
    }
    return stop.aborted()
        .filter(why -> !last)
        .map(why -> result.noting("what was to follow was not begun, because " + why))
        .orElse(result);
  }

  /** A scenario in which nothing was sent. */
  private ScenarioResult nothing(End end, String why) {
    Recording recording = new Recording(ports, plan.work().scenarios().get(0), Monitoring.NONE);
    return recording.result(
        end,
        recording.ledger().origin(),
        new Recording.Outcome(
            plan.work().scheduled(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            List.of(why)));
  }

  private RunResult result(List<ScenarioResult> scenarios) {
    return new RunResult(
        plan.runId(),
        plan.tool(),
        plan.work().command(),
        plan.conditions(),
        plan.thresholds(),
        scenarios);
  }
}
