package stress.websocket;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A message whose bytes are known but for its mark: filling it in is copying. Immutable.
 *
 * <p>A message is made anew for each mark; writing it out of its document each time took a quarter
 * of the client's own time.
 */
final class MarkedBytes implements MessageSource {
  private final List<byte[]> pieces;
  private final int length;
  private final boolean binary;

  private MarkedBytes(List<byte[]> pieces, boolean binary) {
    this.pieces = pieces;
    this.length = pieces.stream().mapToInt(piece -> piece.length).sum();
    this.binary = binary;
  }

  /**
   * @param message with {@code place} wherever a mark shall stand
   * @throws IllegalArgumentException when it stands nowhere
   */
  static MarkedBytes of(byte[] message, String place, boolean binary) {
    byte[] wanted = place.getBytes(StandardCharsets.UTF_8);
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    for (int at = 0; at + wanted.length <= message.length; at++) {
      if (Arrays.equals(message, at, at + wanted.length, wanted, 0, wanted.length)) {
        pieces.add(Arrays.copyOfRange(message, from, at));
        from = at + wanted.length;
        at = from - 1;
      }
    }
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException(
          "the message '"
              + new String(message, StandardCharsets.UTF_8)
              + "' has no place for the mark by which its answer is found: expected "
              + place
              + " in it");
    }
    pieces.add(Arrays.copyOfRange(message, from, message.length));
    return new MarkedBytes(pieces, binary);
  }

  @Override
  public byte[] bytes(String mark) {
    byte[] filling = mark.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[length + (pieces.size() - 1) * filling.length];
    int at = 0;
    for (int i = 0; i < pieces.size(); i++) {
      if (i > 0) {
        System.arraycopy(filling, 0, bytes, at, filling.length);
        at += filling.length;
      }
      byte[] piece = pieces.get(i);
      System.arraycopy(piece, 0, bytes, at, piece.length);
      at += piece.length;
    }
    return bytes;
  }

  @Override
  public boolean binary() {
    return binary;
  }
}
