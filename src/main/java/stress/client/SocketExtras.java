package stress.client;

import java.util.List;
import java.util.Map;

/**
 * What the user wants of each handshake besides the contract.
 *
 * @param headers replace those of the same name, wherever these come from; the values may be
 *     secrets and do not appear in {@link #toString}
 * @param subprotocols to be offered, best first, instead of the contract's; none leaves these
 */
public record SocketExtras(Map<String, String> headers, List<String> subprotocols) {
  /** Nothing besides the contract. */
  public static final SocketExtras NONE = new SocketExtras(Map.of(), List.of());

  public SocketExtras {
    headers = Map.copyOf(headers);
    subprotocols = List.copyOf(subprotocols);
  }

  @Override
  public String toString() {
    return "headers " + headers.keySet() + ", subprotocols " + subprotocols;
  }
}
