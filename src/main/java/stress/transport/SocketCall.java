package stress.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One WebSocket to be opened.
 *
 * @param url absolute, {@code ws} or {@code wss}, with everything percent-encoded
 * @param headers their values may be secrets
 * @param firstMessages sent in order as soon as it is open
 * @param timeout for connecting and upgrading
 */
public record SocketCall(
    String url,
    Map<String, String> headers,
    List<String> subprotocols,
    List<String> firstMessages,
    Duration timeout) {

  /** Neither the query of the address nor the values of headers, which may be secrets. */
  @Override
  public String toString() {
    return url.replaceFirst("[?].*$", "?…") + " " + headers.keySet() + " " + subprotocols;
  }
}
