package stress.websocket;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * A WebSocket frame (RFC 6455 section 5.2) with every bit at the writer's will.
 *
 * @param fin whether it is the last of its message
 * @param reserved RSV1, RSV2 and RSV3 as a number from 0 to 7
 * @param opcode from 0 to 15
 * @param payload unmasked, and not to be changed
 */
record RawFrame(boolean fin, int reserved, int opcode, byte[] payload) {
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  /** The mask of the examples in RFC 6455 section 5.7: these clients have nothing to hide. */
  private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

  static RawFrame text(String text) {
    return new RawFrame(true, 0, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  static RawFrame ping(String text) {
    return new RawFrame(true, 0, PING, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A close frame with this code, which may be one that must not be sent. */
  static RawFrame close(int code) {
    return new RawFrame(true, 0, CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
  }

  boolean isControl() {
    return opcode >= CLOSE;
  }

  /** The code in a close frame; absent where it has none. */
  OptionalInt closeCode() {
    return payload.length < 2
        ? OptionalInt.empty()
        : OptionalInt.of((payload[0] & 0xff) << 8 | payload[1] & 0xff);
  }

  /** The words in a close frame. */
  String closeReason() {
    return payload.length <= 2
        ? ""
        : new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
  }

  /** As a client has to send it. */
  byte[] masked() {
    return bytes(true, payload.length);
  }

  /** As only a server may send it. */
  byte[] unmasked() {
    return bytes(false, payload.length);
  }

  /** Masked, with a length in its head that is not that of the payload behind it. */
  byte[] announcing(long length) {
    return bytes(true, length);
  }

  private byte[] bytes(boolean masked, long length) {
    int extended = length < 126 ? 0 : length < 65_536 ? 2 : 8;
    int head = 2 + extended;
    byte[] bytes = new byte[head + (masked ? MASK.length : 0) + payload.length];
    bytes[0] = (byte) ((fin ? 0x80 : 0) | reserved << 4 | opcode);
    long short7 = extended == 0 ? length : extended == 2 ? 126 : 127;
    bytes[1] = (byte) ((masked ? 0x80 : 0) | short7);
    for (int i = 0; i < extended; i++) {
      bytes[2 + i] = (byte) (length >> 8 * (extended - 1 - i));
    }
    if (masked) {
      System.arraycopy(MASK, 0, bytes, head, MASK.length);
      head += MASK.length;
    }
    for (int i = 0; i < payload.length; i++) {
      bytes[head + i] = (byte) (masked ? payload[i] ^ MASK[i % MASK.length] : payload[i]);
    }
    return bytes;
  }
}
