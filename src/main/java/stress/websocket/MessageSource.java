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
   * A text with {@code {mark}} in it, once or more.
   *
   * @throws IllegalArgumentException without a place for the mark
   */
  static MessageSource text(String template, boolean binary) {
    return MarkedBytes.of(template.getBytes(StandardCharsets.UTF_8), PLACE, binary);
  }

  /**
   * Such messages as this one, which has {@code place} wherever a mark shall stand.
   *
   * @throws IllegalArgumentException when it stands nowhere
   */
  static MessageSource like(byte[] message, String place, boolean binary) {
    return MarkedBytes.of(message, place, binary);
  }
}
