package stress.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import stress.contract.Rendered;
import stress.transport.HttpCall;
import stress.transport.TargetUrl;

/**
 * Where a contract's calls go: the target's addresses and the headers that the user added.
 *
 * @param http base of the HTTP side
 * @param socket base of the sockets
 * @param added headers of the command line; they replace the contract's of the same name; the
 *     values may be secrets and do not appear in {@link #toString}
 */
public record TargetBase(TargetUrl http, TargetUrl socket, Map<String, String> added) {
  @Override
  public String toString() {
    return http + " and " + socket + ", headers " + added.keySet();
  }

  /** The call as the contract rendered it, at this target. */
  public HttpCall call(Rendered rendered, Duration timeout) {
    return new HttpCall(
        rendered.method(),
        http.resolve(rendered.target()),
        headers(rendered),
        rendered.contentType(),
        rendered.body(),
        timeout);
  }

  Map<String, String> headers(Rendered rendered) {
    return headers(rendered.headers(), http);
  }

  /** Given headers, those of the user information, and the added ones, names in any case. */
  Map<String, String> headers(Map<String, String> given, TargetUrl url) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    url.userInfo().ifPresent(secret -> headers.put("Authorization", basic(secret)));
    headers.putAll(given);
    headers.putAll(added);
    return headers;
  }

  private static String basic(String userInfo) {
    byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  /** The address of an absolute path on the target's own host, without the base's path. */
  String origin(String target) {
    return http.scheme() + "://" + http.hostHeader() + target;
  }

  /**
   * Path and query of an address that an answer gave; absent when it has no absolute path, or holds
   * what cannot stand in a request (a line break would begin another header).
   *
   * <p>Only these are taken from it: the host stays the one that the user named, because an answer
   * may name an inner host, and because load and credentials never go anywhere else.
   */
  static Optional<String> target(String address) {
    String rest = address.replaceFirst("^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*", "");
    String target = rest.replaceFirst("#.*$", "");
    return target.matches("/[!-~]*") ? Optional.of(target) : Optional.empty();
  }
}
