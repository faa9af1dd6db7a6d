package stress.websocket;

/**
 * What connections send, and when.
 *
 * @param mostWaiting the most messages of one connection that may wait for an answer; what is due
 *     beyond is not sent, and counted. A closed loop never has more than one.
 */
public record Sending(Messages messages, SendPace pace, int mostWaiting) {
  /** The most that wait for an answer at an open rate, unless the user says otherwise. */
  public static final int MOST_WAITING = 1_000;

  public Sending {
    if (mostWaiting < 1) {
      throw new IllegalArgumentException(
          "at most "
              + mostWaiting
              + " messages without an answer sends nothing: expected 1 or more");
    }
  }
}
