package stress.websocket;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import stress.client.JobReference;

/** A request for an upgrade that a server must not accept; the status of its answer decides. */
final class CaseUpgrade implements CasePlay {
  private final BiFunction<CaseRoom, RawHandshake, RawHandshake> change;
  private final IntPredicate right;

  /**
   * @param change makes the request wrong
   * @param right whether a status is a right answer
   */
  CaseUpgrade(BiFunction<CaseRoom, RawHandshake, RawHandshake> change, IntPredicate right) {
    this.change = change;
    this.right = right;
  }

  @Override
  public Uni<CaseOutcome> play(CaseRoom room) {
    return room.subject().onItem().transformToUni(job -> ask(room, job));
  }

  private Uni<CaseOutcome> ask(CaseRoom room, Optional<JobReference> job) {
    RawTalk talk = room.wire(job);
    RawHandshake request = change.apply(room, room.handshake(job));
    return talk.run(
        () ->
            talk.asked(request).onItem().transform(seen -> judge(seen, room.now() - talk.began())));
  }

  private CaseOutcome judge(RawSeen seen, long nanos) {
    String words = CaseWords.answered(seen);
    if (seen.answer().isEmpty() && !seen.over()) {
      return CaseOutcome.nothing(words + " within " + CaseWords.time(nanos), nanos);
    }
    boolean fits = seen.answer().map(answer -> right.test(answer.status())).orElse(false);
    return CaseOutcome.of(fits, words + version(seen) + CaseWords.after(nanos), nanos);
  }

  /** What the target says that it could speak instead (RFC 6455 section 4.4). */
  private static String version(RawSeen seen) {
    return seen.answer()
        .map(answer -> answer.headers().get("sec-websocket-version"))
        .map(versions -> " naming version " + versions)
        .orElse("");
  }
}
