package stress.websocket;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import stress.client.JobReference;
import stress.client.Waits;
import stress.measure.CaseResult;

/**
 * Runs error cases strictly one after the other. Event loop.
 *
 * <p>Each is bounded by six times the patience and the time of a job, and none fails: what goes
 * wrong on our side makes a case not applicable, with a sentence that says so. The connections of
 * the cases are in no ledger: they are not load, and the report shows each by itself.
 *
 * <p>How verdicts count: only {@code NOT_AS_EXPECTED} speaks against the target. {@code
 * NO_REACTION} means that nothing was seen within the patience, which may be too short; it and
 * {@code NOT_APPLICABLE} are shown and judge nothing. A target that cannot be reached any more (it
 * died of the case before) is not as expected; what the generator ran out of is not applicable.
 */
public final class ErrorSuite {
  private final CaseTools tools;
  private final CaseRoom room;
  private final Waits waits;

  public ErrorSuite(CaseTools tools) {
    this.tools = tools;
    this.room = new CaseRoom(tools);
    this.waits = new Waits(tools.timers());
  }

  /** Runs when subscribed; the item is one result a case. Cancelling cuts the connections. */
  public Uni<List<CaseResult>> run(List<ErrorCase> cases) {
    return results(cases).collect().asList();
  }

  /** As {@link #run}, each result when it is there. */
  public Multi<CaseResult> results(List<ErrorCase> cases) {
    return Multi.createFrom().iterable(cases).onItem().transformToUniAndConcatenate(this::one);
  }

  /** The jobs that the cases have handed in so far. */
  public List<JobReference> submitted() {
    return room.submitted();
  }

  private Uni<CaseResult> one(ErrorCase each) {
    return Uni.createFrom()
        .deferred(() -> bounded(each))
        .onFailure()
        .recoverWithItem(ErrorSuite::failed)
        .onItem()
        .transform(outcome -> result(each, outcome));
  }

  private Uni<CaseOutcome> bounded(ErrorCase each) {
    long limit = 6 * tools.patience().toNanos() + tools.jobTime().toNanos();
    Uni<CaseOutcome> late =
        waits
            .until(tools.clock().nanos() + limit)
            .onItem()
            .transform(passed -> CaseOutcome.impossible("given up after " + CaseWords.time(limit)));
    return Uni.join().first(each.play().play(room), late).toTerminate();
  }

  private static CaseOutcome failed(Throwable failure) {
    return failure instanceof CaseStopped stopped
        ? stopped.outcome()
        : CaseOutcome.impossible("stress itself failed here (a bug): " + failure);
  }

  private static CaseResult result(ErrorCase each, CaseOutcome outcome) {
    return new CaseResult(
        each.id(),
        each.title(),
        each.expected(),
        outcome.verdict(),
        outcome.reaction(),
        outcome.nanos());
  }
}
