package stress.websocket;

/**
 * Which messages are read by the contract; all are counted, with their arrival, before that.
 *
 * <p>A job's end is told by its terminal message only where that is parsed. With {@link #SAMPLE}
 * and {@link #NONE} a job's socket that the target closes with 1000 has ended normally, and a
 * target that leaves sockets open after the end of their job is not noticed.
 */
public enum Parsing {
  /** Every message. */
  ALL,
  /** Of each connection the first, and then every tenth. No sequence gaps are told. */
  SAMPLE,
  /** None: no push age, no errors, no statuses. */
  NONE
}
