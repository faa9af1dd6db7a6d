package stress.transport;

import io.netty.util.NetUtil;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a target, taken apart by RFC 3986: scheme, optional user information, host, port
 * and base path.
 *
 * <p>{@code java.net.URI} is stricter and laxer in the wrong places (no underscore in host names,
 * any scheme, no default ports), and its messages speak of indexes instead of what to write.
 *
 * @param scheme {@code http}, {@code https}, {@code ws} or {@code wss}, in lower case
 * @param userInfo the decoded {@code user:password}, if any; a secret
 * @param host a name or address in lower case; an IPv6 address without its brackets
 * @param port the explicit port or the scheme's default
 * @param path empty, or begins with {@code /} and does not end with it
 * @param query without its question mark
 * @param slash whether a slash ended the path of the address as it was given
 */
public record TargetUrl(
    String scheme,
    Optional<String> userInfo,
    String host,
    int port,
    String path,
    Optional<String> query,
    boolean slash) {

  /**
   * Takes an address apart.
   *
   * @throws IllegalArgumentException with a sentence that shows the address and what was expected
   */
  public static TargetUrl parse(String text) {
    int colon = text.indexOf("://");
    if (colon < 0) {
      throw wrong(text, "no scheme", "an address such as http://localhost:8000");
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.matches("https?|wss?")) {
      throw wrong(text, "the scheme '" + scheme + "'", "http, https, ws or wss");
    }
    if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      throw wrong(text, "a space or control character", "it percent-encoded, such as %20");
    }
    if (text.indexOf('#') >= 0) {
      throw wrong(text, "a fragment (#…)", "none: a fragment is never sent to a server");
    }
    String rest = text.substring(colon + 3);
    int end = firstOf(rest, "/?");
    String authority = rest.substring(0, end);
    String tail = rest.substring(end);
    if (tail.indexOf('@') >= 0 && authority.matches("[^@]*:[^@:]*[^@:0-9\\]][^@:]*")) {
      throw wrong(
          text,
          "a '/', '?' or '#' before the '@'",
          "it percent-encoded in a password: %2F, %3F or %23");
    }
    checkEncoded(text, tail);
    int mark = tail.indexOf('?');
    String path = mark < 0 ? tail : tail.substring(0, mark);
    Optional<String> query = mark < 0 ? Optional.empty() : Optional.of(tail.substring(mark + 1));
    return authority(text, scheme, authority, path, query);
  }

  private static TargetUrl authority(
      String text, String scheme, String authority, String path, Optional<String> query) {
    int at = authority.lastIndexOf('@');
    Optional<String> userInfo =
        at < 0 ? Optional.empty() : Optional.of(decode(text, authority.substring(0, at)));
    String hostPort = authority.substring(at + 1);
    String host;
    String port;
    if (hostPort.startsWith("[")) {
      int close = hostPort.indexOf(']');
      if (close < 0 || !isIpv6(hostPort.substring(1, close))) {
        throw wrong(text, "the host '" + hostPort + "'", "an IPv6 address such as [::1]");
      }
      host = hostPort.substring(1, close);
      port = hostPort.substring(close + 1);
    } else {
      int colon = hostPort.indexOf(':');
      host = colon < 0 ? hostPort : hostPort.substring(0, colon);
      port = colon < 0 ? "" : hostPort.substring(colon);
      if (!host.matches("[A-Za-z0-9._~-]+")) {
        throw wrong(text, "the host '" + host + "'", "a host name or address, IPv6 in brackets");
      }
    }
    return new TargetUrl(
        scheme,
        userInfo,
        withoutCase(host),
        port(text, scheme, port),
        withoutTrailingSlash(path),
        query,
        path.endsWith("/"));
  }

  /** Names and addresses are the same in any case; the zone of an address is not. */
  private static String withoutCase(String host) {
    int zone = firstOf(host, "%");
    return host.substring(0, zone).toLowerCase(Locale.ROOT) + host.substring(zone);
  }

  /** Path and query are sent as they are, so they must be what may be sent. */
  private static void checkEncoded(String text, String tail) {
    if (tail.chars().anyMatch(c -> c > '~')) {
      throw wrong(text, "a character beyond ASCII", "it percent-encoded, such as %C3%A4");
    }
    if (!tail.matches("([^%]|%[0-9A-Fa-f]{2})*+")) {
      throw brokenEscape(text);
    }
  }

  private static IllegalArgumentException brokenEscape(String text) {
    return wrong(text, "a '%' that begins no escape", "two hexadecimal digits after it");
  }

  private static int port(String text, String scheme, String port) {
    if (port.isEmpty() || port.equals(":")) {
      return defaultPort(scheme);
    }
    if (port.matches(":\\d{1,5}")) {
      int number = Integer.parseInt(port.substring(1));
      if (number >= 1 && number <= 65_535) {
        return number;
      }
    }
    throw wrong(text, "the port '" + port.replaceFirst("^:", "") + "'", "a number from 1 to 65535");
  }

  private static int defaultPort(String scheme) {
    return isSecure(scheme) ? 443 : 80;
  }

  private static boolean isSecure(String scheme) {
    return scheme.equals("https") || scheme.equals("wss");
  }

  /** An address, perhaps with a zone behind {@code %25} (RFC 6874). */
  private static boolean isIpv6(String host) {
    return host.matches("[^%]+(%25[A-Za-z0-9._~-]+)?")
        && NetUtil.isValidIpV6Address(host.substring(0, firstOf(host, "%")));
  }

  private static String withoutTrailingSlash(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static int firstOf(String text, String marks) {
    for (int i = 0; i < text.length(); i++) {
      if (marks.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static String decode(String text, String encoded) {
    byte[] bytes = new byte[encoded.length() * 4];
    int length = 0;
    for (int i = 0; i < encoded.length(); ) {
      if (encoded.charAt(i) == '%') {
        if (!encoded.substring(i).matches("%[0-9A-Fa-f]{2}.*")) {
          throw brokenEscape(text);
        }
        bytes[length++] = (byte) Integer.parseInt(encoded.substring(i + 1, i + 3), 16);
        i += 3;
      } else {
        int point = encoded.codePointAt(i);
        byte[] raw = Character.toString(point).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(raw, 0, bytes, length, raw.length);
        length += raw.length;
        i += Character.charCount(point);
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException wrong(String text, String found, String expected) {
    return new IllegalArgumentException(
        "'" + masked(text) + "': found " + found + ", expected " + expected);
  }

  /**
   * The text with the password of a user information replaced by stars, or all of it where it has
   * no user name: it may be a token. Because the address may be wrong, everything up to the last at
   * sign counts as user information.
   */
  private static String masked(String text) {
    int at = text.lastIndexOf('@');
    if (at < 0) {
      return text;
    }
    int scheme = text.indexOf("://");
    int begin = scheme < 0 || scheme > at ? 0 : scheme + 3;
    int colon = text.substring(0, at).indexOf(':', begin);
    return (colon < 0 ? text.substring(0, begin) : text.substring(0, colon + 1))
        + "***"
        + text.substring(at);
  }

  public boolean secure() {
    return isSecure(scheme);
  }

  /** The same address for HTTP: {@code ws} becomes {@code http}, {@code wss} {@code https}. */
  public TargetUrl http() {
    return withScheme(secure() ? "https" : "http");
  }

  /** The same address for WebSocket: {@code http} becomes {@code ws}, {@code https} {@code wss}. */
  public TargetUrl webSocket() {
    return withScheme(secure() ? "wss" : "ws");
  }

  private TargetUrl withScheme(String other) {
    return new TargetUrl(other, userInfo, host, port, path, query, slash);
  }

  /** The value of a {@code Host} header: the port only when it is not the scheme's default. */
  public String hostHeader() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == defaultPort(scheme) ? name : name + ":" + port;
  }

  /**
   * Scheme, host, port and path with the given path and query behind it; never the user
   * information.
   *
   * @param target begins with {@code /}, already percent-encoded
   */
  public String resolve(String target) {
    return scheme + "://" + hostHeader() + path + target;
  }

  /**
   * The address itself as it was given, its query included, with more parameters behind it; never
   * the user information. To be dialled, not to be shown: a query may hold a secret.
   *
   * @param parameters empty, or begins with a question mark; already percent-encoded
   */
  public String address(String parameters) {
    String all = query.map(q -> "?" + q + parameters.replaceFirst("^\\?", "&")).orElse(parameters);
    return scheme + "://" + hostHeader() + path + (slash || path.isEmpty() ? "/" : "") + all;
  }

  /**
   * The address as it may be shown: without user information, and with {@code …} in place of query
   * values whose names sound like secrets.
   */
  public String display() {
    String shown = query.map(text -> "?" + Secrets.maskedQuery(text)).orElse("");
    return scheme + "://" + hostHeader() + path + shown;
  }

  @Override
  public String toString() {
    return display();
  }
}
