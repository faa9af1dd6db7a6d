package stress.client;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import stress.contract.StatusReading;

/** What was learned of a job at one moment while it was followed, by polling or by socket. */
public sealed interface ProgressEvent {
  /** Instant at which it was known. */
  long at();

  /** How a state was learned. */
  enum Source {
    POLL,
    FRAME
  }

  /**
   * The job's state.
   *
   * @param looked the earliest instant at which the target can have looked at the job for this: the
   *     poll's own start, or a frame's arrival (its way here is neglected)
   * @param at the poll's end, or the frame's arrival
   * @param sequence the frame's number, where the target numbers them
   */
  record Seen(
      StatusReading reading,
      Optional<Duration> retryAfter,
      Source source,
      OptionalLong sequence,
      long looked,
      long at)
      implements ProgressEvent {}

  /** A look that told nothing; polling repeats it. */
  record Unclear(Submission.Failure failure, Optional<Duration> retryAfter, long looked, long at)
      implements ProgressEvent {}

  /** The job's socket is open. */
  record SocketOpened(long dialled, long at) implements ProgressEvent {}

  /** The job's socket has ended or was never opened; nothing follows it. */
  record SocketEnded(OptionalInt closeCode, Optional<Submission.Failure> failure, long at)
      implements ProgressEvent {}
}
