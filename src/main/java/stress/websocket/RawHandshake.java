package stress.websocket;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import stress.transport.SocketCall;
import stress.transport.TargetUrl;

/**
 * The request for an upgrade (RFC 6455 section 4.1), written by hand so that parts of it can be
 * wrong; immutable.
 */
final class RawHandshake {
  /** The sample nonce of RFC 6455 section 1.3. */
  static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private final String target;
  private final Map<String, String> headers;

  private RawHandshake(String target, Map<String, String> headers) {
    this.target = target;
    this.headers = headers;
  }

  /** The request that a proper client would make for this call. */
  static RawHandshake of(SocketCall call) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", TargetUrl.parse(call.url()).hostHeader());
    headers.put("Upgrade", "websocket");
    headers.put("Connection", "Upgrade");
    headers.put("Sec-WebSocket-Key", KEY);
    headers.put("Sec-WebSocket-Version", "13");
    if (!call.subprotocols().isEmpty()) {
      headers.put("Sec-WebSocket-Protocol", String.join(", ", call.subprotocols()));
    }
    RawHandshake handshake = new RawHandshake(targetOf(call.url()), headers);
    for (Map.Entry<String, String> header : call.headers().entrySet()) {
      handshake = handshake.with(header.getKey(), header.getValue());
    }
    return handshake;
  }

  /** Path and query as they stand in the address. */
  private static String targetOf(String url) {
    String behind = url.substring(url.indexOf("://") + 3);
    String target = behind.replaceFirst("^[^/?]*", "");
    return target.startsWith("/") ? target : "/" + target;
  }

  /** The same with this header, in place of one of that name in any case. */
  RawHandshake with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    String present =
        headers.keySet().stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    changed.put(present, value);
    return new RawHandshake(target, changed);
  }

  /** The same without these headers. */
  RawHandshake without(String... names) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    for (String name : names) {
      fewer
          .keySet()
          .removeIf(n -> n.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
    }
    return new RawHandshake(target, fewer);
  }

  /** The same for another path and query. */
  RawHandshake at(String other) {
    return new RawHandshake(other, headers);
  }

  String text() {
    StringBuilder text = new StringBuilder("GET ").append(target).append(" HTTP/1.1\r\n");
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    return text.append("\r\n").toString();
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The request up to the middle of its headers. */
  byte[] half() {
    String text = text();
    return text.substring(0, text.indexOf("Sec-WebSocket-Key") + 8)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
