package stress.run;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import stress.client.JobReference;
import stress.client.Waits;
import stress.load.Pacer;
import stress.load.Pacers;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.End;
import stress.measure.Gauge;
import stress.measure.Gauges;
import stress.measure.ScenarioResult;
import stress.measure.SocketFacts;
import stress.websocket.SocketPipeline;

/** Connections, opened as the ramp says and held; error cases are tried meanwhile, if any. */
final class SocketScenario implements ScenarioRun {
  private final SocketWork work;
  private final Ports ports;
  private final RunParts parts;
  private final List<String> remarks;
  private final Recording recording;
  private final SocketPipeline pipeline;
  private final CaseRun cases;
  private final Cleanup cleanup;

  /**
   * @param cases carried out beside the load, if there are any
   */
  SocketScenario(
      SocketWork work,
      Ports ports,
      RunParts parts,
      Recording recording,
      SocketPipeline pipeline,
      CaseRun cases,
      List<String> remarks) {
    this.work = work;
    this.ports = ports;
    this.parts = parts;
    this.remarks = remarks;
    this.recording = recording;
    this.pipeline = pipeline;
    this.cases = cases;
    this.cleanup = new Cleanup(parts.control(), ports.clock(), new Waits(ports.timers()));
  }

  @Override
  public Uni<ScenarioResult> run(Uni<End> stop, RunListener listener) {
    recording.begin(listener, work.ramp().planned(), this::gauges);
    Pacer pacer = Pacers.of(work.ramp(), ports.clock(), ports.timers(), recording.watch());
    Uni<Void> load = pipeline.run(pacer);
    Uni<End> both =
        Uni.combine().all().unis(load, cases.run()).asTuple().replaceWith(End.COMPLETED);
    return Uni.join().first(both, stop).toTerminate().onItem().transformToUni(this::close);
  }

  private Uni<ScenarioResult> close(End end) {
    long ended = ports.clock().nanos();
    pipeline.giveUp();
    recording.loadOver();
    return cleanup
        .ifAsked(work.cleanup(), left(), recording.ledger(), parts.budgetEnd())
        .onItem()
        .transformToUni(done -> recording.finish())
        .onItem()
        .transform(done -> result(end, ended));
  }

  private List<JobReference> left() {
    List<JobReference> left = new ArrayList<>(pipeline.left());
    left.addAll(cases.submitted());
    return left;
  }

  private Gauges gauges() {
    pipeline.tick();
    return Gauges.of(
        Map.of(
            Gauge.CONNECTIONS_OPEN, pipeline.open(),
            Gauge.CONNECTIONS_OPENING, pipeline.opening()));
  }

  private ScenarioResult result(End end, long ended) {
    Counts counts = recording.counts();
    long first = counts.get(Counter.CONNECTIONS_TRIED) - counts.get(Counter.CONNECTIONS_RENEWED);
    OptionalDouble asked = Recording.perSecond(first, recording.due(pipeline.intended()));
    return recording.result(
        SocketEnds.of(end, counts, recording.ledger()),
        ended,
        new Recording.Outcome(
            true,
            pipeline.tries(),
            pipeline.messages(),
            Optional.empty(),
            Optional.of(facts()),
            asked,
            Recording.perSecond(first, pipeline.starts()),
            notes()));
  }

  private SocketFacts facts() {
    return pipeline.facts().with(cases.results());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(remarks);
    SocketEnds.unreached(recording.counts(), recording.ledger()).ifPresent(notes::add);
    notes.addAll(cleanup.notes(work.cleanup(), left().size()));
    return notes;
  }
}
