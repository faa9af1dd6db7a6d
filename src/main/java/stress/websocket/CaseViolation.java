package stress.websocket;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import stress.client.JobReference;
import stress.client.MessageReading;
import stress.client.SocketClient;
import stress.contract.StatusReading;

/**
 * Bytes on an open socket that a server must fail the connection for (RFC 6455 section 7.1.7).
 *
 * <p>Failing it is a must, the close frame before it a should: a close with a fitting code or with
 * none, and a connection that is cut, are as expected; a code that says something else is not. To
 * tell a target that took the bytes from one that is only silent, a ping follows 100 ms later:
 * whoever still answers it, or sends a message after it, went on as if nothing was.
 */
final class CaseViolation implements CasePlay {
  private static final String PROBE = "stress-still-there";

  private static final long PROBE_AFTER = Duration.ofMillis(100).toNanos();

  private final byte[] bytes;
  private final IntPredicate fitting;
  private final boolean probes;

  /**
   * @param fitting close codes that say what was wrong
   * @param probes whether a ping can follow; not behind a frame that is not complete
   */
  CaseViolation(byte[] bytes, IntPredicate fitting, boolean probes) {
    this.bytes = bytes.clone();
    this.fitting = fitting;
    this.probes = probes;
  }

  static IntPredicate codes(int... codes) {
    return code -> Arrays.stream(codes).anyMatch(c -> c == code);
  }

  @Override
  public Uni<CaseOutcome> play(CaseRoom room) {
    return room.subject()
        .onItem()
        .transformToUni(
            job -> {
              Attempt attempt = new Attempt(room, job);
              return attempt.talk.run(attempt::go);
            });
  }

  /** Once on one connection. */
  private final class Attempt {
    private final CaseRoom room;
    private final Optional<JobReference> job;
    private final RawTalk talk;
    private final RawSeen seen;
    private long sent;
    private long probed;

    Attempt(CaseRoom room, Optional<JobReference> job) {
      this.room = room;
      this.job = job;
      this.talk = room.wire(job);
      this.seen = talk.seen();
    }

    Uni<CaseOutcome> go() {
      return talk.upgraded(room.handshake(job))
          .onItem()
          .transformToUni(s -> violate())
          .onItem()
          .transformToUni(reacted -> reacted ? Uni.createFrom().item(true) : probe())
          .onItem()
          .transform(reacted -> judge(reacted, room.now() - sent));
    }

    private Uni<Boolean> violate() {
      room.call(job).firstMessages().forEach(m -> talk.send(RawFrame.text(m).masked()));
      sent = room.now();
      talk.send(bytes);
      return talk.await(this::reacted, sent + Math.min(PROBE_AFTER, patience()));
    }

    private Uni<Boolean> probe() {
      probed = room.now();
      if (probes) {
        talk.send(RawFrame.ping(PROBE).masked());
      }
      return talk.await(() -> reacted() || seen.ponged(PROBE), sent + patience())
          .onItem()
          .transform(came -> reacted());
    }

    private boolean reacted() {
      return seen.close().isPresent() || seen.over();
    }

    private long patience() {
      return room.tools().patience().toNanos();
    }

    private CaseOutcome judge(boolean reacted, long nanos) {
      if (!reacted) {
        return untouched(nanos);
      }
      if (seen.close().isEmpty()) {
        String words =
            seen.ended().map(CaseWords::cut).orElse("sent what cannot be read as frames");
        return CaseOutcome.of(seen.ended().isPresent(), words + CaseWords.after(nanos), nanos);
      }
      RawFrame close = seen.close().get();
      String words = CaseWords.closed(close) + CaseWords.after(nanos);
      if (close.closeCode().stream().anyMatch(c -> c == 1000 || c == 1001) && ended()) {
        return CaseOutcome.nothing(words + ", as it does when the job has ended", nanos);
      }
      return CaseOutcome.of(close.closeCode().stream().allMatch(fitting), words, nanos);
    }

    private CaseOutcome untouched(long nanos) {
      if (probes && seen.ponged(PROBE)) {
        return CaseOutcome.unexpected("took it, and answered a ping after it", nanos);
      }
      if (probes && seen.messageAfter(probed)) {
        return CaseOutcome.unexpected("took it, and went on with messages", nanos);
      }
      return CaseOutcome.nothing("left the connection open for " + CaseWords.time(nanos), nanos);
    }

    /** Whether the job's end had been told, so that the close may be about that. */
    private boolean ended() {
      SocketClient client = room.tools().sockets();
      return seen.messages().stream()
          .flatMap(payload -> client.read(payload).stream())
          .flatMap(reading -> status(reading).stream())
          .anyMatch(status -> status.meaning().terminal());
    }

    private static Optional<StatusReading> status(MessageReading reading) {
      return reading.status();
    }
  }
}
