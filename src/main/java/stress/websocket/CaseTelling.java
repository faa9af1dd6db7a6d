package stress.websocket;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import stress.client.JobReference;
import stress.contract.Meaning;

/**
 * Asking for a job that there is not, or not any more, and judging what is told of it.
 *
 * <p>Right are a refusal with 4xx, a meaning that may be told, an error message and a close; wrong
 * is any other meaning, at any time. Greetings and unknown words decide nothing: with them alone,
 * or with silence, there was no reaction.
 */
final class CaseTelling {
  /** How long is listened on after the first meaning, to tell what follows. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(1);

  private final CaseRoom room;
  private final CaseSocket socket;
  private final CaseHeard heard;
  private final Predicate<Meaning> right;

  /**
   * @param right whether it may be told
   */
  CaseTelling(CaseRoom room, Optional<JobReference> job, Predicate<Meaning> right) {
    this.room = room;
    this.socket = room.socket(job);
    this.heard = socket.heard();
    this.right = right;
  }

  Uni<CaseOutcome> listen() {
    return socket.run(
        () ->
            socket
                .await(() -> heard.decided().isPresent() || heard.over())
                .onItem()
                .transformToUni(came -> came ? afterwards() : Uni.createFrom().item(false))
                .onItem()
                .transform(over -> judge()));
  }

  private Uni<Boolean> afterwards() {
    return socket.await(heard::over, room.now() + AFTERWARDS.toNanos());
  }

  private CaseOutcome judge() {
    if (heard.failed().isPresent()) {
      CaseOutcome why = CaseWords.failed(heard.failed().get());
      return new CaseOutcome(
          why.verdict(), why.reaction() + CaseWords.after(why.nanos()), why.nanos());
    }
    long nanos = nanos();
    if (heard.opened().isEmpty()) {
      return CaseOutcome.nothing("did not answer the upgrade", nanos);
    }
    String words = CaseWords.told(heard);
    if (!heard.meanings().stream().allMatch(right)) {
      return CaseOutcome.unexpected(words, nanos);
    }
    boolean reacted = heard.decided().isPresent() || heard.closed().isPresent();
    return reacted ? CaseOutcome.expected(words, nanos) : CaseOutcome.nothing(words, nanos);
  }

  private long nanos() {
    long at =
        heard
            .decided()
            .orElseGet(() -> heard.closed().map(closed -> closed.at()).orElseGet(room::now));
    return at - socket.began();
  }
}
