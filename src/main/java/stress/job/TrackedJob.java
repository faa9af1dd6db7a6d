package stress.job;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import stress.client.JobReference;
import stress.client.ProgressEvent;
import stress.contract.Meaning;
import stress.contract.ServerTimes;
import stress.contract.StatusReading;
import stress.load.Start;
import stress.measure.Identity;
import stress.measure.Ledger;

/**
 * One accepted job until it settles: what it was last seen as, its timeline, and whether the target
 * contradicts itself about it. Lives on the event loop.
 */
final class TrackedJob {
  /** So many looks in a row that find no such job, this long after it was accepted: it is lost. */
  private static final int LOOKS_TO_LOSE = 3;

  private static final long NANOS_TO_LOSE = 2_000_000_000L;

  private final Start start;
  private final JobReference reference;
  private final long acceptedAt;
  private final JobTimeline timeline;
  private final Ledger ledger;
  private Meaning meaning = Meaning.WAITING;
  private double progress;
  private OptionalLong sequence = OptionalLong.empty();
  private ServerTimes times = ServerTimes.NONE;
  private String error = "";
  private int notFound;
  private boolean lost;

  TrackedJob(
      Start start, JobReference reference, long submitStarted, long submitEnded, Ledger ledger) {
    this.start = start;
    this.reference = reference;
    this.acceptedAt = submitEnded;
    this.timeline =
        new JobTimeline(
            start.scheduled() ? start.intended() : submitStarted, submitStarted, submitEnded);
    this.ledger = ledger;
  }

  Start start() {
    return start;
  }

  JobReference reference() {
    return reference;
  }

  JobTimeline timeline() {
    return timeline;
  }

  Meaning meaning() {
    return meaning;
  }

  /** The server's own instants, the latest of each that it gave. */
  ServerTimes times() {
    return times;
  }

  /** The target's words about why it failed; empty when there were none. */
  String error() {
    return error;
  }

  /** Whether the target has forgotten the job. */
  boolean lost() {
    return lost;
  }

  /** Whether nothing more is to be learned. */
  boolean settled() {
    return lost || meaning.terminal();
  }

  /** Takes in what a look or a frame told. */
  void seen(ProgressEvent.Seen event) {
    StatusReading reading = event.reading();
    if (reading.id().isPresent() && !reading.id().get().equals(reference.id())) {
      ledger.finding(Identity.FOREIGN, reference.id() + " was told of " + reading.id().get());
      return;
    }
    sequence(event.sequence());
    state(reading, event.looked(), event.at());
  }

  /** Takes in a state, from a look, a frame or the answer to the submission. */
  void state(StatusReading reading, long looked, long at) {
    timeline.seen(reading.meaning(), looked, at);
    progress(reading.progress());
    keep(reading.times());
    reading.error().ifPresent(words -> error = words);
    switch (reading.meaning()) {
      case NOT_FOUND -> missing(at);
      case NOTHING -> {
        // the job may be in any state
      }
      case UNKNOWN -> reading.word().ifPresent(word -> ledger.finding(Identity.UNKNOWN_WORD, word));
      default -> become(reading.meaning());
    }
  }

  /** A new socket numbers its frames from its own beginning. */
  void reconnected() {
    sequence = OptionalLong.empty();
  }

  private void become(Meaning next) {
    if (meaning == Meaning.RUNNING && next == Meaning.WAITING) {
      ledger.finding(Identity.STATUS_BACK, reference.id());
    }
    notFound = 0;
    meaning = next;
  }

  private void missing(long at) {
    notFound++;
    lost = notFound >= LOOKS_TO_LOSE && at - acceptedAt >= NANOS_TO_LOSE;
  }

  private void progress(OptionalDouble seen) {
    if (seen.isPresent()) {
      if (seen.getAsDouble() < progress) {
        ledger.finding(Identity.PROGRESS_BACK, reference.id());
      }
      progress = seen.getAsDouble();
    }
  }

  private void sequence(OptionalLong seen) {
    if (seen.isPresent()) {
      if (sequence.isPresent() && seen.getAsLong() != sequence.getAsLong() + 1) {
        ledger.finding(Identity.SEQUENCE_GAP, reference.id());
      }
      sequence = seen;
    }
  }

  private void keep(ServerTimes seen) {
    times =
        new ServerTimes(
            seen.created().or(times::created),
            seen.started().or(times::started),
            seen.ended().or(times::ended),
            seen.message());
  }
}
