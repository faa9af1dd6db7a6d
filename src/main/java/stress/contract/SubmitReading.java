package stress.contract;

import java.util.Optional;

/** What the answer to a submission says: a job, or why none can be followed. */
public sealed interface SubmitReading {
  /**
   * A job was handed out.
   *
   * @param id the id as a token, never as a number
   * @param statusAddress where the target says that the job is to be followed: an absolute URL or a
   *     path, exactly as sent; it replaces the path of the status call
   * @param state the job's state, where the answer tells it
   */
  record Accepted(String id, Optional<String> statusAddress, Optional<StatusReading> state)
      implements SubmitReading {}

  /** The answer has no usable id; {@code reason} is a sentence. */
  record Unreadable(String reason) implements SubmitReading {}
}
