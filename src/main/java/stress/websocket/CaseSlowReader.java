package stress.websocket;

import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import stress.client.JobReference;

/**
 * A client that lets the target's bytes pile up, while another one pings.
 *
 * <p>It has the receive buffer of 4 KiB and reads at most four times a second what the system hands
 * over at once. So that there is something to pile up whatever the target sends of itself, it
 * begins with 4 000 pings of 125 bytes, half a megabyte, each of which asks for an answer (RFC 6455
 * section 5.5.2).
 *
 * <p>The rule: the median of eleven round trips beside it is at most three times the median of five
 * before it, or at most 50 ms more, whichever is longer, and no ping stays without an answer. A
 * median bears the hiccups of a busy machine; 50 ms are below what a person would notice.
 */
final class CaseSlowReader implements CasePlay {
  private static final int RECEIVE_BUFFER = 4096;
  private static final Duration BETWEEN_READS = Duration.ofMillis(250);
  private static final int FLOOD = 4000;
  private static final int BEFORE = 5;
  private static final int BESIDE = 11;
  private static final Duration GAP_BEFORE = Duration.ofMillis(50);
  private static final Duration GAP_BESIDE = Duration.ofMillis(150);
  private static final long MOST_MORE = Duration.ofMillis(50).toNanos();

  @Override
  public Uni<CaseOutcome> play(CaseRoom room) {
    return new CaseNeighbour(room, BEFORE, GAP_BEFORE)
        .measure()
        .onItem()
        .transform(CaseSlowReader::checked)
        .onItem()
        .transformToUni(
            before -> room.subject().onItem().transformToUni(job -> beside(room, before, job)));
  }

  private static long checked(CaseNeighbour before) {
    if (before.problem().isPresent()) {
      throw new CaseStopped(
          CaseOutcome.impossible(
              "nothing to measure by, even without the slow reader: " + before.problem().get()));
    }
    return before.median();
  }

  private static Uni<CaseOutcome> beside(CaseRoom room, long before, Optional<JobReference> job) {
    RawTalk talk = room.wire(job, OptionalInt.of(RECEIVE_BUFFER));
    return talk.run(
        () ->
            talk.upgraded(room.handshake(job))
                .onItem()
                .invoke(() -> pile(room, job, talk))
                .onItem()
                .transformToUni(
                    seen -> {
                      long began = room.now();
                      return new CaseNeighbour(room, BESIDE, GAP_BESIDE)
                          .measure()
                          .onItem()
                          .transform(beside -> judge(before, beside, room.now() - began));
                    }));
  }

  private static void pile(CaseRoom room, Optional<JobReference> job, RawTalk talk) {
    talk.sip(BETWEEN_READS.toNanos());
    room.call(job).firstMessages().forEach(m -> talk.send(RawFrame.text(m).masked()));
    byte[] ping = RawFrame.ping("p".repeat(125)).masked();
    ByteArrayOutputStream flood = new ByteArrayOutputStream(FLOOD * ping.length);
    for (int i = 0; i < FLOOD; i++) {
      flood.writeBytes(ping);
    }
    talk.send(flood.toByteArray());
  }

  private static CaseOutcome judge(long before, CaseNeighbour beside, long nanos) {
    if (beside.problem().isPresent()) {
      return CaseOutcome.unexpected("the other suffered: " + beside.problem().get(), nanos);
    }
    boolean right = beside.median() <= Math.max(3 * before, before + MOST_MORE);
    String words =
        "a ping beside it took "
            + CaseWords.time(beside.median())
            + ", before it "
            + CaseWords.time(before);
    return CaseOutcome.of(right, words, nanos);
  }
}
