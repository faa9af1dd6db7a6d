package stress.transport;

import java.time.Duration;
import java.util.List;

/**
 * What is the same for all WebSockets of a run.
 *
 * @param maxMessage bytes of the longest message that is taken, after inflating
 * @param deflate whether permessage-deflate is offered
 * @param followRedirects whether an upgrade may be redirected, at most five times
 * @param localAddresses addresses of this machine from which connections leave in turn; empty
 *     leaves the choice to the system
 * @param closeTimeout how long the end of the connection is awaited once a close frame was sent
 */
public record SocketSettings(
    int maxMessage,
    boolean deflate,
    boolean followRedirects,
    List<String> localAddresses,
    Duration closeTimeout) {

  public SocketSettings {
    if (maxMessage < 1) {
      throw new IllegalArgumentException(
          "the longest message has " + maxMessage + " bytes, expected at least 1");
    }
    if (closeTimeout.isNegative() || closeTimeout.isZero()) {
      throw new IllegalArgumentException(
          "the close time-out is " + closeTimeout + ", expected more than nothing");
    }
    localAddresses = List.copyOf(localAddresses);
  }

  /** Messages to 16 MiB, no compression, no redirects, five seconds for closing. */
  public static SocketSettings usual() {
    return new SocketSettings(16 * 1024 * 1024, false, false, List.of(), Duration.ofSeconds(5));
  }
}
