package stress.websocket;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.OptionalInt;
import stress.client.JobReference;

/** Connections that come and go badly; what counts is that the next one is served. */
final class CaseConnections {
  private static final int TIMES = 10;

  private CaseConnections() {}

  /** Connects and disconnects at once, ten times, then stays. */
  static Uni<CaseOutcome> rapid(CaseRoom room) {
    return room.subject().onItem().transformToUni(job -> comeAndGo(room, job, 1, room.now()));
  }

  private static Uni<CaseOutcome> comeAndGo(
      CaseRoom room, Optional<JobReference> job, int number, long began) {
    if (number > TIMES) {
      return next(room, job, "opened all " + TIMES, began);
    }
    CaseSocket socket = room.socket(job);
    return socket
        .run(socket::opened)
        .onItem()
        .transformToUni(
            open ->
                open
                    ? comeAndGo(room, job, number + 1, began)
                    : Uni.createFrom().item(stopped(room, socket, number, began)));
  }

  private static CaseOutcome stopped(CaseRoom room, CaseSocket socket, int number, long began) {
    String which = "connection " + number + " of " + TIMES + ": ";
    CaseOutcome why =
        socket
            .heard()
            .failed()
            .map(CaseWords::failed)
            .orElseGet(() -> CaseOutcome.nothing("did not answer the upgrade", 0));
    long nanos = room.now() - began;
    return switch (why.verdict()) {
      case NOT_APPLICABLE -> why;
      case NO_REACTION -> CaseOutcome.nothing(which + why.reaction(), nanos);
      case AS_EXPECTED, NOT_AS_EXPECTED -> CaseOutcome.unexpected(which + why.reaction(), nanos);
    };
  }

  /** Sends half of a request, and cuts the connection. */
  static Uni<CaseOutcome> halfHandshake(CaseRoom room) {
    return room.subject()
        .onItem()
        .transformToUni(
            job -> {
              RawTalk talk = room.wire(job);
              return talk.run(() -> halfRequest(room, job, talk))
                  .onItem()
                  .transformToUni(sent -> next(room, job, "went on", room.now()));
            });
  }

  private static Uni<RawSeen> halfRequest(CaseRoom room, Optional<JobReference> job, RawTalk talk) {
    return talk.connected().onItem().invoke(() -> talk.send(room.handshake(job).half()));
  }

  /** Opens a socket and never reads or answers again, while another connection is opened. */
  static Uni<CaseOutcome> halfOpen(CaseRoom room) {
    return room.subject()
        .onItem()
        .transformToUni(
            job -> {
              RawTalk talk = room.wire(job);
              return talk.run(() -> silent(room, job, talk));
            });
  }

  private static Uni<CaseOutcome> silent(CaseRoom room, Optional<JobReference> job, RawTalk talk) {
    return talk.upgraded(room.handshake(job))
        .onItem()
        .invoke(talk::stopReading)
        .onItem()
        .transformToUni(seen -> room.until(room.now() + room.tools().patience().toNanos() / 2))
        .onItem()
        .transformToUni(waited -> room.subject())
        .onItem()
        .transformToUni(other -> next(room, other, "went on", room.now()));
  }

  private static Uni<CaseOutcome> next(
      CaseRoom room, Optional<JobReference> job, String before, long began) {
    return room.next(job)
        .onItem()
        .transform(
            wrong -> {
              long nanos = room.now() - began;
              return CaseOutcome.of(
                  wrong.isEmpty(),
                  before
                      + wrong
                          .map(words -> "; the next connection: " + words)
                          .orElse(" and served the next connection")
                      + CaseWords.after(nanos),
                  nanos);
            });
  }

  /** Connects and sends nothing. */
  static Uni<CaseOutcome> idle(CaseRoom room) {
    RawTalk talk = new RawTalk(room.tools(), room.tools().base(), OptionalInt.empty());
    return talk.run(
        () ->
            talk.connected()
                .onItem()
                .transformToUni(seen -> talk.await(seen::over))
                .onItem()
                .transform(ended -> idled(talk.seen(), ended, room.now() - talk.began())));
  }

  private static CaseOutcome idled(RawSeen seen, boolean ended, long nanos) {
    String answer = seen.answer().map(a -> "answered with HTTP " + a.status() + ", ").orElse("");
    return ended
        ? CaseOutcome.expected(answer + "closed the connection" + CaseWords.after(nanos), nanos)
        : CaseOutcome.nothing(answer + "left it open for " + CaseWords.time(nanos), nanos);
  }
}
