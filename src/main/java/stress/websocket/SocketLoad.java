package stress.websocket;

import java.time.Duration;
import java.util.Optional;
import stress.clock.DurationText;

/**
 * What is held open, and what happens on it meanwhile.
 *
 * @param connections to be open at a time; the pacer releases as many starts
 * @param hold from the instant at which the last connection was due until all are closed
 * @param pingInterval of each connection; absent for no pings
 * @param sending absent for connections that only receive
 */
public record SocketLoad(
    int connections,
    Duration hold,
    OnEnd onEnd,
    JobsPer jobsPer,
    Optional<Duration> pingInterval,
    Parsing parsing,
    Optional<Sending> sending) {
  private static final Duration LONGEST = Duration.ofDays(365);

  public SocketLoad {
    if (connections < 1) {
      throw new IllegalArgumentException(
          connections + " connections hold nothing open: expected 1 or more");
    }
    check("hold", hold);
    pingInterval.ifPresent(interval -> check("ping interval", interval));
  }

  /** The same load, sending this. */
  public SocketLoad with(Optional<Sending> other) {
    return new SocketLoad(connections, hold, onEnd, jobsPer, pingInterval, parsing, other);
  }

  private static void check(String name, Duration time) {
    boolean endless = time.compareTo(LONGEST) > 0;
    if (time.isNegative() || time.isZero() || endless) {
      throw new IllegalArgumentException(
          "a "
              + name
              + " of "
              + (endless ? time.toDays() + " days" : DurationText.format(time))
              + " cannot be kept: expected more than 0s, a year at most");
    }
  }
}
