package stress.websocket;

/** What follows the normal end of a connection, such as that of its job. */
public enum OnEnd {
  /** A fresh one takes its place at once, with a fresh job, so that concurrency holds. */
  RENEW,
  /** Nothing: the run is over when all have ended, or when the hold is over. */
  STOP
}
