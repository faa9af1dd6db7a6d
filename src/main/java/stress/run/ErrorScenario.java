package stress.run;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import stress.client.Waits;
import stress.measure.End;
import stress.measure.Gauges;
import stress.measure.ScenarioResult;
import stress.measure.SocketFacts;

/** Error cases alone, one after the other. */
final class ErrorScenario implements ScenarioRun {
  private final SocketWork work;
  private final Ports ports;
  private final RunParts parts;
  private final Recording recording;
  private final CaseRun cases;
  private final List<String> remarks;
  private final Cleanup cleanup;

  ErrorScenario(
      SocketWork work,
      Ports ports,
      RunParts parts,
      Recording recording,
      CaseRun cases,
      List<String> remarks) {
    this.work = work;
    this.ports = ports;
    this.parts = parts;
    this.recording = recording;
    this.cases = cases;
    this.remarks = remarks;
    this.cleanup = new Cleanup(parts.control(), ports.clock(), new Waits(ports.timers()));
  }

  @Override
  public Uni<ScenarioResult> run(Uni<End> stop, RunListener listener) {
    recording.begin(listener, OptionalLong.of(work.cases().size()), () -> Gauges.NONE);
    Uni<End> all = cases.run().replaceWith(End.COMPLETED);
    return Uni.join().first(all, stop).toTerminate().onItem().transformToUni(this::close);
  }

  private Uni<ScenarioResult> close(End end) {
    long ended = ports.clock().nanos();
    recording.loadOver();
    return cleanup
        .ifAsked(work.cleanup(), cases.submitted(), recording.ledger(), parts.budgetEnd())
        .onItem()
        .transformToUni(done -> recording.finish())
        .onItem()
        .transform(done -> result(end, ended));
  }

  private ScenarioResult result(End end, long ended) {
    return recording.result(
        end,
        ended,
        new Recording.Outcome(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(SocketFacts.ofCases(cases.results())),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            remarks));
  }
}
