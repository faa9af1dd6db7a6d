package stress.contract;

/** What a status word says about a job, in the words of this program. */
public enum Meaning {
  WAITING,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  TIMED_OUT,
  /** The target says that there is no such job; it may still appear, so it is not an end. */
  NOT_FOUND,
  /** A word that tells nothing of the job, such as a socket's greeting. */
  NOTHING,
  /** The contract does not know the word, or there was none. */
  UNKNOWN;

  /** Whether a job stays as it is after this. */
  public boolean terminal() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED || this == TIMED_OUT;
  }
}
