package stress.transport;

/**
 * Where an upgrade is sent.
 *
 * @param target path and query, exactly as they were given
 */
record Destination(TargetUrl url, String target) {

  /**
   * Takes an absolute address apart; its user information is not sent.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Destination parse(String address) {
    TargetUrl url = TargetUrl.parse(address);
    String rest = address.substring(address.indexOf("://") + 3);
    int end = 0;
    while (end < rest.length() && "/?".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String tail = rest.substring(end);
    return new Destination(url.webSocket(), tail.startsWith("/") ? tail : "/" + tail);
  }

  /**
   * Where a {@code Location} seen here points: an absolute address, or one relative to this.
   *
   * @throws IllegalArgumentException when that is no address of a WebSocket
   */
  Destination follow(String location) {
    String pointed = location.replaceFirst("#.*$", "");
    if (pointed.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
      return parse(pointed);
    }
    if (pointed.startsWith("//")) {
      return parse(url.scheme() + ":" + pointed);
    }
    String path = target.replaceFirst("\\?.*$", "");
    String resolved =
        pointed.startsWith("/")
            ? pointed
            : pointed.startsWith("?") || pointed.isEmpty()
                ? path + pointed
                : path.substring(0, path.lastIndexOf('/') + 1) + pointed;
    return parse(url.scheme() + "://" + url.hostHeader() + resolved);
  }

  /** Whether scheme, host and port are the same, so that credentials may go there, too. */
  boolean isSameOrigin(Destination other) {
    return url.scheme().equals(other.url.scheme())
        && url.host().equals(other.url.host())
        && url.port() == other.url.port();
  }
}
