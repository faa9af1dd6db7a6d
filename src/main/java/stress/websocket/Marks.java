package stress.websocket;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The marks of a run's messages: written, and found again in whatever comes back. */
final class Marks {
  /** Longer numbers than this are nobody's. */
  private static final int MOST_DIGITS = 18;

  /**
   * One message of one connection.
   *
   * @param slot the place where the connection keeps what it knows of the message
   */
  record Mark(long connection, long sequence, int slot) {}

  private final String text;
  private final byte[] prefix;

  Marks(String tag) {
    this.text = "mark." + tag + ":";
    this.prefix = text.getBytes(StandardCharsets.US_ASCII);
  }

  String write(long connection, long sequence, int slot) {
    return text + connection + ":" + sequence + ":" + slot + ";";
  }

  /** The first mark of this run in the bytes; what stands around it does not matter. */
  Optional<Mark> find(byte[] bytes) {
    int last = bytes.length - prefix.length;
    for (int at = 0; at <= last; at++) {
      if (bytes[at] == prefix[0] && isPrefix(bytes, at)) {
        return new Cursor(bytes, at + prefix.length).mark();
      }
    }
    return Optional.empty();
  }

  private boolean isPrefix(byte[] bytes, int at) {
    for (int i = 1; i < prefix.length; i++) {
      if (bytes[at + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** Reads three numbers. */
  private static final class Cursor {
    private final byte[] bytes;
    private int at;
    private boolean wrong;

    Cursor(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    Optional<Mark> mark() {
      long connection = number(':');
      long sequence = number(':');
      long slot = number(';');
      return wrong || slot > Integer.MAX_VALUE
          ? Optional.empty()
          : Optional.of(new Mark(connection, sequence, (int) slot));
    }

    private long number(char end) {
      int first = at;
      long number = 0;
      while (at < bytes.length
          && bytes[at] >= '0'
          && bytes[at] <= '9'
          && at - first < MOST_DIGITS) {
        number = number * 10 + bytes[at] - '0';
        at++;
      }
      wrong |= at == first || at == bytes.length || bytes[at] != end;
      at++;
      return number;
    }
  }
}
