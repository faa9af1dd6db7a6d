package stress.contract;

import java.util.Map;
import java.util.Optional;

/**
 * One request, ready to be sent.
 *
 * @param target path and query, percent-encoded; begins with a slash and stands behind the base's
 *     own path
 * @param headers the contract's headers overridden by the call's; the values may be secrets and do
 *     not appear in {@link #toString}
 * @param contentType of the body; absent where there is no body
 * @param body empty where there is none; must not be changed
 */
public record Rendered(
    String method,
    String target,
    Map<String, String> headers,
    Optional<String> contentType,
    byte[] body) {
  @Override
  public String toString() {
    return method + " " + target + " " + headers.keySet() + " " + body.length + " bytes";
  }
}
