package stress.websocket;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import stress.client.JobReference;
import stress.client.ProgressEvent;
import stress.clock.DurationText;
import stress.contract.Meaning;

/** Subscribing to a job that there is not, or that has ended. */
final class CaseSubscribing {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final String NO_SUCH_ID = "stress-no-such-job";

  private CaseSubscribing() {}

  /** What may be told is the contract's to say. */
  static Uni<CaseOutcome> unknown(CaseRoom room) {
    room.jobs();
    JobReference nobody = new JobReference(NO_SUCH_ID, Optional.empty());
    return new CaseTelling(
            room, Optional.of(nobody), meaning -> room.tools().unknownJob().contains(meaning))
        .listen();
  }

  /** The job's end, told again, is right. */
  static Uni<CaseOutcome> afterEnd(CaseRoom room) {
    return room.job()
        .onItem()
        .transformToUni(job -> ended(room, job, room.now() + room.tools().jobTime().toNanos()))
        .onItem()
        .transformToUni(end -> subscribe(room, end));
  }

  private record End(JobReference job, Meaning meaning) {}

  private static Uni<End> ended(CaseRoom room, JobReference job, long deadline) {
    return room.jobs().look(job).onItem().transformToUni(event -> seen(room, job, deadline, event));
  }

  private static Uni<End> seen(
      CaseRoom room, JobReference job, long deadline, ProgressEvent event) {
    Optional<Meaning> end =
        event instanceof ProgressEvent.Seen seen
            ? Optional.of(seen.reading().meaning())
                .filter(meaning -> meaning.terminal() || meaning == Meaning.NOT_FOUND)
            : Optional.empty();
    if (end.isPresent()) {
      return Uni.createFrom().item(new End(job, end.get()));
    }
    if (room.now() >= deadline) {
      throw new CaseStopped(
          CaseOutcome.impossible(
              "the job had not ended after " + DurationText.format(room.tools().jobTime())));
    }
    return room.pause(BETWEEN_LOOKS).onItem().transformToUni(passed -> ended(room, job, deadline));
  }

  private static Uni<CaseOutcome> subscribe(CaseRoom room, End end) {
    return new CaseTelling(room, Optional.of(end.job()), told -> fits(end, told)).listen();
  }

  /** The same end, any end of one that the status call had forgotten, or no such job. */
  private static boolean fits(End end, Meaning told) {
    return told == Meaning.NOT_FOUND
        || told == end.meaning()
        || end.meaning() == Meaning.NOT_FOUND && told.terminal();
  }
}
