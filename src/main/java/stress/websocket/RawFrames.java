package stress.websocket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a server's bytes apart into frames, however they were cut by the network; never throws.
 * After a frame that is longer than {@value #LONGEST} bytes it reads nothing any more.
 */
final class RawFrames {
  static final int LONGEST = 16 << 20;

  private byte[] held = new byte[0];
  private int length;
  private boolean beyond;

  /** The frames that are complete with these bytes. */
  List<RawFrame> take(byte[] bytes) {
    List<RawFrame> frames = new ArrayList<>();
    if (beyond) {
      return frames;
    }
    hold(bytes);
    int at = 0;
    for (int end = end(at); end > at; end = end(at)) {
      frames.add(frame(at, end));
      at = end;
    }
    if (at > 0) {
      System.arraycopy(held, at, held, 0, length - at);
      length -= at;
    }
    return frames;
  }

  private void hold(byte[] bytes) {
    if (length + bytes.length > held.length) {
      held = Arrays.copyOf(held, Math.max(2 * held.length, length + bytes.length));
    }
    System.arraycopy(bytes, 0, held, length, bytes.length);
    length += bytes.length;
  }

  /** Where the frame that begins there ends; its own beginning while it is not complete. */
  private int end(int at) {
    int here = length - at;
    if (here < 2 || here < head(at)) {
      return at;
    }
    long payload = payload(at);
    if (payload < 0 || payload > LONGEST) {
      beyond = true;
      return at;
    }
    long end = at + head(at) + payload;
    return end <= length ? (int) end : at;
  }

  private int head(int at) {
    int short7 = held[at + 1] & 0x7f;
    int extended = short7 < 126 ? 0 : short7 == 126 ? 2 : 8;
    return 2 + extended + (isMasked(at) ? 4 : 0);
  }

  private boolean isMasked(int at) {
    return held[at + 1] < 0;
  }

  private long payload(int at) {
    int short7 = held[at + 1] & 0x7f;
    int extended = short7 < 126 ? 0 : short7 == 126 ? 2 : 8;
    long bytes = extended == 0 ? short7 : 0;
    for (int i = 0; i < extended; i++) {
      bytes = bytes << 8 | held[at + 2 + i] & 0xff;
    }
    return bytes;
  }

  private RawFrame frame(int at, int end) {
    int begin = at + head(at);
    byte[] payload = Arrays.copyOfRange(held, begin, end);
    if (isMasked(at)) {
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= held[begin - 4 + i % 4];
      }
    }
    int first = held[at] & 0xff;
    return new RawFrame((first & 0x80) != 0, first >> 4 & 7, first & 15, payload);
  }
}
