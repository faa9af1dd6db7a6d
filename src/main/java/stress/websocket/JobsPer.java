package stress.websocket;

/** How many connections are about one job. */
public enum JobsPer {
  /** Each connection has a job of its own. */
  CONNECTION,
  /** All connections watch one job; when it has ended, all renewals watch one new job. */
  RUN
}
