package stress.transport;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The request that asks for a WebSocket, and what its answer has to say (RFC 6455, section 4). */
final class Upgrade {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final String hostHeader;
  private final String target;
  private final Map<String, String> headers;
  private final List<String> subprotocols;
  private final Optional<String> extensions;
  private final String key;

  /**
   * @param target path and query
   * @param headers of the caller; they replace ours of the same name
   * @param nonce sixteen bytes that nobody can foretell
   * @throws IllegalArgumentException when something holds a line break or another control character
   */
  Upgrade(
      String hostHeader,
      String target,
      Map<String, String> headers,
      List<String> subprotocols,
      Optional<String> extensions,
      byte[] nonce) {
    this.hostHeader = hostHeader;
    this.target = target;
    this.headers = headers;
    this.subprotocols = subprotocols;
    this.extensions = extensions;
    this.key = Base64.getEncoder().encodeToString(nonce);
    headers.forEach(Upgrade::check);
    subprotocols.forEach(name -> check("Sec-WebSocket-Protocol", name));
  }

  private static void check(String name, String value) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new IllegalArgumentException(
          "the header name '" + name + "': expected letters, digits and hyphens");
    }
    if (value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
      throw new IllegalArgumentException(
          "the value of the header " + name + ": expected no line break or control character");
    }
  }

  /** The request as it goes over the wire. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder(256);
    text.append("GET ").append(target).append(" HTTP/1.1\r\n");
    ours(text, "Host", hostHeader);
    ours(text, "Upgrade", "websocket");
    ours(text, "Connection", "Upgrade");
    ours(text, "Sec-WebSocket-Key", key);
    ours(text, "Sec-WebSocket-Version", "13");
    if (!subprotocols.isEmpty()) {
      ours(text, "Sec-WebSocket-Protocol", String.join(", ", subprotocols));
    }
    extensions.ifPresent(offered -> ours(text, "Sec-WebSocket-Extensions", offered));
    headers.forEach((name, value) -> line(text, name, value));
    return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void ours(StringBuilder text, String name, String value) {
    if (headers.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
      line(text, name, value);
    }
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append("\r\n");
  }

  /** What is wrong with a 101; empty when it makes a WebSocket of the connection. */
  Optional<String> problem(HttpHeaders answer) {
    if (!answer.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
      return Optional.of("101 without 'Upgrade: websocket'");
    }
    if (!answer.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)) {
      return Optional.of("101 without 'Connection: Upgrade'");
    }
    String accept = answer.get(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT);
    if (accept == null) {
      return Optional.of("101 without Sec-WebSocket-Accept");
    }
    if (!accept.strip().equals(accept(usedKey()))) {
      return Optional.of("101 with a Sec-WebSocket-Accept that does not belong to our key");
    }
    Optional<String> chosen = subprotocol(answer);
    if (chosen.isPresent() && !subprotocols.contains(chosen.get())) {
      return Optional.of(
          "101 with a subprotocol that was not asked for: " + Excerpt.of(chosen.get()));
    }
    return Optional.empty();
  }

  private String usedKey() {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Sec-WebSocket-Key"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(key);
  }

  static Optional<String> subprotocol(HttpHeaders answer) {
    return Optional.ofNullable(answer.get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL))
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }

  private static String accept(String key) {
    try {
      byte[] seed = (key + MAGIC).getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(seed));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-1", impossible);
    }
  }
}
