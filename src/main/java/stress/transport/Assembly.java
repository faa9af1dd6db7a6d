package stress.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.Arrays;

/** Puts a message together from its frames; grows with what came, not with what was announced. */
final class Assembly {
  private static final byte[] NOTHING = {};

  private final int longest;
  private byte[] bytes = NOTHING;
  private int length;
  private int frames;
  private boolean text;
  private boolean whole;

  /**
   * @param longest bytes of the longest message
   */
  Assembly(int longest) {
    this.longest = longest;
  }

  /** Takes a frame in; false when the message would be too long. */
  boolean add(WebSocketFrame frame) {
    if (!(frame instanceof ContinuationWebSocketFrame)) {
      text = frame instanceof TextWebSocketFrame;
      frames = 0;
      length = 0;
    }
    ByteBuf content = frame.content();
    int more = content.readableBytes();
    if (more > longest - length) {
      return false;
    }
    whole = frame.isFinalFragment();
    frames++;
    if (whole && length == 0) {
      bytes = ByteBufUtil.getBytes(content);
    } else {
      makeRoom(more);
      content.readBytes(bytes, length, more);
    }
    length += more;
    return true;
  }

  private void makeRoom(int more) {
    if (length + more > bytes.length) {
      int doubled = (int) Math.min(longest, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, whole ? length + more : Math.max(length + more, doubled));
    }
  }

  /** Whether the last frame of a message was taken in. */
  boolean isWhole() {
    return whole;
  }

  boolean isText() {
    return text;
  }

  int frames() {
    return frames;
  }

  /** Hands the whole message out, and keeps nothing of it. */
  byte[] take() {
    byte[] message = bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
    bytes = NOTHING;
    length = 0;
    return message;
  }
}
