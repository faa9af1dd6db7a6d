package stress.simulator;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Answers violations of the WebSocket protocol with the close code that they have, where Vert.x
 * only drops the connection, and sees the client's close frame as it was sent. Event loop only.
 */
final class FrameGuard extends ChannelInboundHandlerAdapter {
  private static final int MESSAGE_TOO_BIG = 1009;
  private static final int PROTOCOL_ERROR = 1002;
  private static final long PATIENCE_MILLIS = 1_000;

  /** What the guard saw. */
  interface Watcher {
    /**
     * @param code empty when the frame had none
     */
    void clientCloses(OptionalInt code);

    /** False when the server has sent its close frame before: it must not send another. */
    boolean violated(int code);
  }

  private final int largestMessage;
  private final Watcher watcher;
  private long message;
  private boolean violated;

  /**
   * @param largestMessage bytes of a message in all its frames
   */
  FrameGuard(int largestMessage, Watcher watcher) {
    this.largestMessage = largestMessage;
    this.watcher = watcher;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object received) {
    if (violated || (received instanceof WebSocketFrame frame && tooLarge(frame))) {
      ReferenceCountUtil.release(received);
      if (!violated) {
        violated(context, MESSAGE_TOO_BIG);
      }
      return;
    }
    if (received instanceof CloseWebSocketFrame close) {
      int code = close.statusCode();
      watcher.clientCloses(code < 0 ? OptionalInt.empty() : OptionalInt.of(code));
    }
    context.fireChannelRead(received);
  }

  private boolean tooLarge(WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame) {
      message = frame.content().readableBytes();
    } else if (frame instanceof ContinuationWebSocketFrame) {
      message += frame.content().readableBytes();
    }
    return message > largestMessage;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable broken) {
    Throwable cause = broken instanceof DecoderException ? unwrapped(broken) : broken;
    if (violated) {
      return;
    }
    if (cause instanceof CorruptedWebSocketFrameException corrupted) {
      violated(context, corrupted.closeStatus().code());
    } else if (cause instanceof DecoderException) {
      violated(context, PROTOCOL_ERROR);
    } else {
      context.fireExceptionCaught(broken);
    }
  }

  private static Throwable unwrapped(Throwable broken) {
    return broken.getCause() instanceof CorruptedWebSocketFrameException
        ? broken.getCause()
        : broken;
  }

  /** Says why, ends its direction, and leaves the client a moment to read it. */
  private void violated(ChannelHandlerContext context, int code) {
    violated = true;
    if (!watcher.violated(code)) {
      return;
    }
    context
        .writeAndFlush(new CloseWebSocketFrame(code, ""))
        .addListener(
            written -> {
              if (context.channel() instanceof DuplexChannel duplex && duplex.isActive()) {
                duplex.shutdownOutput();
              }
            });
    context
        .executor()
        .schedule(() -> context.channel().close(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }
}
