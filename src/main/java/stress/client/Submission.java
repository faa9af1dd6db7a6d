package stress.client;

import java.time.Duration;
import java.util.Optional;
import stress.contract.StatusReading;
import stress.measure.ErrorSignature;

/** What came of handing in one job; sent once, never again. */
public sealed interface Submission {
  /** Instant at which the request was handed to the transport. */
  long started();

  /** Instant of the complete answer or of the failure. */
  long ended();

  /**
   * Answered with a job.
   *
   * @param state what the answer says of the job; it may have ended already
   * @param retryAfter when the target would like to be asked, from {@code ended}
   */
  record Accepted(
      JobReference job,
      Optional<StatusReading> state,
      Optional<Duration> retryAfter,
      long started,
      long ended)
      implements Submission {}

  /** Answered, but not with a job that can be followed. */
  record Refused(Failure failure, long started, long ended) implements Submission {}

  /** Never reached the target: no job can have been made. */
  record Unsent(Failure failure, long started, long ended) implements Submission {}

  /** Sent, and no complete answer came: a job may or may not have been made. */
  record Unknown(Failure failure, long started, long ended) implements Submission {}

  /**
   * Why.
   *
   * @param sample the first bytes of the answer, for a person to look at
   */
  record Failure(ErrorSignature signature, String sample) {}
}
