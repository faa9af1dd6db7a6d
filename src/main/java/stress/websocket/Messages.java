package stress.websocket;

import java.util.Arrays;

/**
 * What connections send: each message with a mark of its own.
 *
 * @param tag a text that no other run has; printable ASCII that JSON need not escape
 * @param size bytes to which shorter messages are padded, text with spaces and binary with zeros; 0
 *     for no padding. What is longer stays as it is.
 */
public record Messages(MessageSource source, String tag, int size) {
  public Messages {
    if (!tag.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException(
          "the run's tag '" + tag + "' cannot stand in a message: expected letters and digits");
    }
    if (size < 0) {
      throw new IllegalArgumentException(
          "a message size of " + size + " bytes is negative: expected 0 or more");
    }
  }

  Marks marks() {
    return new Marks(tag);
  }

  /** The message with this mark. */
  byte[] message(String mark) {
    byte[] bytes = source.bytes(mark);
    if (bytes.length >= size) {
      return bytes;
    }
    byte[] padded = Arrays.copyOf(bytes, size);
    if (!source.binary()) {
      Arrays.fill(padded, bytes.length, size, (byte) ' ');
    }
    return padded;
  }
}
