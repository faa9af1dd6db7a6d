package stress.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding of one path segment, query name or query value. */
final class Percent {
  private static final String UNRESERVED = "-._~";
  private static final String DIGITS = "0123456789ABCDEF";

  private Percent() {}

  /** Everything but letters, digits and {@code -._~} becomes its UTF-8 bytes in {@code %XX}. */
  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(DIGITS.charAt(b >> 4 & 15)).append(DIGITS.charAt(b & 15));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || UNRESERVED.indexOf(b) >= 0;
  }

  /** The text behind the encoding; absent where a {@code %} has no two hexadecimal digits. */
  static Optional<String> decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] from = encoded.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < from.length; i++) {
      if (from[i] != '%') {
        bytes.write(from[i]);
        continue;
      }
      int high = i + 2 <= from.length - 1 ? Character.digit(from[i + 1], 16) : -1;
      int low = i + 2 <= from.length - 1 ? Character.digit(from[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      bytes.write(high << 4 | low);
      i += 2;
    }
    return Optional.of(bytes.toString(StandardCharsets.UTF_8));
  }
}
