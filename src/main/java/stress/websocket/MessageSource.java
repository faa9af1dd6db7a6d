package stress.websocket;

import java.nio.charset.StandardCharsets;

/** What a message is made of around its mark. Event loop. */
public interface MessageSource {
  /** What is replaced by the mark in a text of {@link #text}. */
  String PLACE = "{mark}";

  /** The message with this mark in it; a new array, or one that is not changed any more. */
  byte[] bytes(String mark);

  /** Whether it is sent as binary, not as text. */
  boolean binary();

  /** Nothing but the mark. */
  static MessageSource mark(boolean binary) {
    return text(PLACE, binary);
  }

  /**
   * A text with {@code {mark}} in it.
   *
   * @throws IllegalArgumentException without a place for the mark
   */
  static MessageSource text(String template, boolean binary) {
    int at = template.indexOf(PLACE);
    if (at < 0) {
      throw new IllegalArgumentException(
          "the message '"
              + template
              + "' has no place for the mark by which its answer is found: expected "
              + PLACE
              + " in it");
    }
    String before = template.substring(0, at);
    String after = template.substring(at + PLACE.length());
    return new MessageSource() {
      @Override
      public byte[] bytes(String mark) {
        return (before + mark + after).getBytes(StandardCharsets.UTF_8);
      }

      @Override
      public boolean binary() {
        return binary;
      }
    };
  }
}
