package stress.websocket;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an HTTP answer.
 *
 * @param headers by their names in lower case; of one that comes twice, the first
 */
record RawAnswer(int status, Map<String, String> headers) {
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");

  RawAnswer {
    headers = Map.copyOf(headers);
  }

  /** Reads a head without the empty line behind it; empty when it is not one. */
  static Optional<RawAnswer> read(String head) {
    String[] lines = head.split("\r\n");
    Matcher status = STATUS_LINE.matcher(lines[0]);
    if (!status.matches()) {
      return Optional.empty();
    }
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
        headers.putIfAbsent(name, lines[i].substring(colon + 1).strip());
      }
    }
    return Optional.of(new RawAnswer(Integer.parseInt(status.group(1)), headers));
  }

  boolean isUpgrade() {
    return status == 101;
  }
}
