package stress.websocket;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import stress.client.MessageReading;
import stress.contract.Meaning;
import stress.contract.StatusReading;
import stress.measure.Counter;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Identity;
import stress.measure.Ledger;
import stress.measure.Phase;
import stress.transport.SocketEvent;

/** What the parsed messages of one connection say, one after the other. Event loop. */
final class MessageWatch {
  private static final int ONE_IN = 10;
  private static final int LONGEST_SAMPLE = 200;

  private final Scene scene;
  private final Optional<MadeJob> job;
  private final long upgradeSent;
  private boolean numbered;
  private long sequence;
  private Instant latest = Instant.MIN;

  /**
   * @param upgradeSent the earliest instant at which the target can have made a message for this
   *     connection
   */
  MessageWatch(Scene scene, Optional<MadeJob> job, long upgradeSent) {
    this.scene = scene;
    this.job = job;
    this.upgradeSent = upgradeSent;
  }

  /**
   * Parses a message if it is one of those to be parsed, and tells whether it says that the job has
   * ended.
   *
   * @param index 0 for the first of the connection
   */
  boolean endsJob(SocketEvent.Message message, long index) {
    if (!parses(index)) {
      return false;
    }
    Optional<MessageReading> read = scene.sockets().read(message.payload());
    if (read.isEmpty()) {
      ledger().count(Counter.UNREADABLE);
      return false;
    }
    ledger().count(Counter.PARSED);
    MessageReading reading = read.get();
    reading.error().ifPresent(words -> error(words, message));
    reading.sequence().ifPresent(this::sequence);
    reading.time().ifPresent(time -> time(time, reading, message.at(), index == 0));
    return reading.status().isPresent() && ends(reading.status().get());
  }

  private boolean parses(long index) {
    if (!scene.sockets().readable()) {
      return false;
    }
    return switch (scene.load().parsing()) {
      case ALL -> true;
      case SAMPLE -> index % ONE_IN == 0;
      case NONE -> false;
    };
  }

  private void error(String words, SocketEvent.Message message) {
    byte[] payload = message.payload();
    int length = Math.min(payload.length, LONGEST_SAMPLE);
    ledger()
        .error(
            ErrorSignature.of(Phase.SOCKET, ErrorKind.SOCKET_ERROR, words),
            message.at(),
            new String(payload, 0, length, StandardCharsets.UTF_8));
  }

  private void sequence(long next) {
    if (scene.load().parsing() != Parsing.ALL) {
      return; // between two samples there are numbers that were not read
    }
    if (numbered && next != sequence + 1) {
      ledger().finding(Identity.SEQUENCE_GAP, sequence + ", then " + next + of());
      if (next > sequence) {
        ledger().count(Counter.SEQUENCE_MISSING, next - sequence - 1);
      }
    }
    numbered = true;
    sequence = next;
  }

  /** A time that did not move on was not made for this message. */
  private void time(Instant time, MessageReading reading, long at, boolean first) {
    if (first) {
      scene.ages().exchange(time, before(reading), at);
    }
    if (time.isAfter(latest)) {
      latest = time;
      scene.ages().arrived(time, at);
    } else {
      ledger().count(Counter.AGES_STALE);
    }
  }

  /**
   * The latest instant before the message was certainly made. A greeting was made for this
   * connection; the state of a job may have been noted at any time since its submission.
   */
  private long before(MessageReading reading) {
    boolean ofTheJob =
        reading.status().filter(status -> status.meaning() != Meaning.NOTHING).isPresent();
    return ofTheJob && job.isPresent() ? job.get().asked() : upgradeSent;
  }

  private boolean ends(StatusReading status) {
    if (job.isEmpty()) {
      return false;
    }
    String id = job.get().reference().id();
    if (status.id().isPresent() && !status.id().get().equals(id)) {
      ledger().finding(Identity.FOREIGN, id + " was told of " + status.id().get());
      return false;
    }
    if (status.meaning() == Meaning.UNKNOWN) {
      status.word().ifPresent(word -> ledger().finding(Identity.UNKNOWN_WORD, word));
    }
    return status.meaning().terminal();
  }

  private String of() {
    return job.map(made -> ", job " + made.reference().id()).orElse("");
  }

  private Ledger ledger() {
    return scene.ledger();
  }
}
