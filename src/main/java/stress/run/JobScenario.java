package stress.run;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import stress.client.ControlClient;
import stress.client.Waits;
import stress.contract.Meaning;
import stress.job.JobPipeline;
import stress.load.Pacer;
import stress.load.Pacers;
import stress.measure.Counter;
import stress.measure.End;
import stress.measure.Gauge;
import stress.measure.Gauges;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;

/** Jobs, submitted and, in one of its two forms, followed to the end. */
final class JobScenario implements ScenarioRun {
  private final JobWork work;
  private final Scenario scenario;
  private final Ports ports;
  private final RunParts parts;
  private final ControlClient control;
  private final List<String> remarks;
  private final Recording recording;
  private final JobPipeline pipeline;
  private final QueueWatch queue;
  private final Cleanup cleanup;
  private long abandoned;

  JobScenario(
      JobWork work,
      Scenario scenario,
      Ports ports,
      RunParts parts,
      Recording recording,
      List<String> remarks) {
    this.work = work;
    this.scenario = scenario;
    this.ports = ports;
    this.parts = parts;
    this.control = parts.control();
    this.remarks = remarks;
    this.recording = recording;
    this.pipeline = parts.pipeline(work, scenario, recording.ledger());
    Waits waits = new Waits(ports.timers());
    this.queue =
        new QueueWatch(
            control, work.contract().queueMetrics(), this::unsettled, ports.clock(), waits);
    this.cleanup = new Cleanup(control, ports.clock(), waits);
  }

  @Override
  public Uni<ScenarioResult> run(Uni<End> stop, RunListener listener) {
    recording.begin(listener, work.load().planned(), this::gauges);
    Pacer pacer = Pacers.of(work.load(), ports.clock(), ports.timers(), recording.watch());
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
    recording.loadOver();
    Uni<Void> rechecked = end == End.COMPLETED ? pipeline.recheck() : Uni.createFrom().voidItem();
    return rechecked
        .onItem()
        .transformToUni(
            done ->
                cleanup.ifAsked(
                    work.cleanup(), pipeline.left(), recording.ledger(), parts.budgetEnd()))
        .onItem()
        .transformToUni(done -> recording.finish())
        .onItem()
        .transform(done -> result(end, ended));
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
    return queue.addTo(Gauges.of(levels));
  }

  private long unsettled() {
    return pipeline.unsettled().values().stream().mapToLong(Long::longValue).sum();
  }

  private ScenarioResult result(End end, long ended) {
    long started = recording.counts().get(Counter.STARTED);
    long due = started + recording.counts().get(Counter.DROPPED);
    OptionalDouble asked =
        work.scheduled()
            ? Recording.perSecond(due, recording.due(pipeline.intended()))
            : OptionalDouble.empty();
    return recording.result(
        end,
        ended,
        new Recording.Outcome(
            work.scheduled(),
            pipeline.submissions(),
            pipeline.completions(),
            scenario == Scenario.END_TO_END ? Optional.of(queue.claim()) : Optional.empty(),
            Optional.empty(),
            asked,
            Recording.perSecond(started, pipeline.starts()),
            notes()));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(remarks);
    if (scenario == Scenario.END_TO_END) {
      notes.addAll(cleanup.notes(work.cleanup(), pipeline.left().size()));
    } else if (work.cleanup()) {
      notes.addAll(cleanup.notes(true, 0));
    }
    long unknown = recording.counts().get(Counter.OUTCOME_UNKNOWN) + abandoned;
    if (unknown > 0) {
      notes.add(
          (unknown == 1 ? "for 1 submission" : "for " + unknown + " submissions")
              + " no answer came: the target may have made jobs that nobody follows");
    }
    return notes;
  }
}
