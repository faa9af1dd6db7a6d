package stress.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import stress.measure.Closer;

/**
 * An open WebSocket: the last handler of its connection's pipeline, and the client's link. Event
 * loop.
 *
 * <p>{@code Closed} is told once, when the connection is gone or was awaited long enough after the
 * first close frame; its instant is that of the close frame that decided, or of the end where there
 * was none.
 */
final class OpenSocket extends ChannelInboundHandlerAdapter implements SocketLink, Cuttable {
  /** The pipeline's handler that makes frames of bytes. */
  static final String DECODER = "frames";

  private static final int NORMAL = 1000;
  private static final int PROTOCOL = 1002;
  private static final int NO_CODE = 1005;
  private static final int NO_FRAME = 1006;
  private static final int NOT_UTF8 = 1007;
  private static final int TOO_LONG = 1009;
  private static final int LONGEST_CONTROL = 125;

  private final Arrival arrival;
  private final SocketSettings settings;
  private final MultiEmitter<? super SocketEvent> emitter;
  private final Set<Cuttable> open;
  private final Assembly assembly;
  private ChannelHandlerContext ctx;
  private SocketEvent.Closed end;
  private boolean answered;
  private boolean failed;
  private boolean over;
  private Runnable untimed = () -> {};
  private boolean reading;
  private boolean unflushed;
  private String broken = "";

  /**
   * @param open the sockets of the transport, of which this is one until its end
   */
  OpenSocket(
      Arrival arrival,
      SocketSettings settings,
      MultiEmitter<? super SocketEvent> emitter,
      Set<Cuttable> open) {
    this.arrival = arrival;
    this.settings = settings;
    this.emitter = emitter;
    this.open = open;
    this.assembly = new Assembly(settings.maxMessage());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    ctx = added;
    open.add(this);
    emitter.onTermination(this::abandoned);
  }

  // ---- what the target sends

  @Override
  public void channelRead(ChannelHandlerContext added, Object message) {
    reading = true;
    try {
      if (message instanceof WebSocketFrame frame && !over && !failed) {
        received(frame);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext added) {
    reading = false;
    if (unflushed) {
      unflushed = false;
      ctx.flush();
    }
  }

  private void received(WebSocketFrame frame) {
    if (frame.rsv() != 0) {
      fail(PROTOCOL, "a frame with a reserved bit set");
    } else if (frame instanceof PingWebSocketFrame) {
      write(new PongWebSocketFrame(frame.content().retain()));
    } else if (frame instanceof PongWebSocketFrame) {
      emitter.emit(new SocketEvent.Pong(bytes(frame.content()), arrival.at()));
    } else if (frame instanceof CloseWebSocketFrame close) {
      closing(close);
    } else if (!assembly.add(frame)) {
      fail(TOO_LONG, "a message longer than " + settings.maxMessage() + " bytes");
    } else if (assembly.isWhole()) {
      message();
    }
  }

  private void message() {
    byte[] payload = assembly.take();
    if (assembly.isText() && !Utf8.isValid(payload)) {
      fail(NOT_UTF8, "a text message that is not UTF-8");
      return;
    }
    emitter.emit(
        new SocketEvent.Message(assembly.isText(), payload, assembly.frames(), arrival.at()));
  }

  private static byte[] bytes(ByteBuf content) {
    byte[] bytes = new byte[content.readableBytes()];
    content.readBytes(bytes);
    return bytes;
  }

  private void closing(CloseWebSocketFrame close) {
    answered = true;
    if (end != null) {
      end = at(end, arrival.at()); // the answer to ours
      return;
    }
    boolean empty = close.content().readableBytes() < 2;
    int code = empty ? NO_CODE : close.statusCode();
    String reason = empty ? "" : close.reasonText();
    end = new SocketEvent.Closed(Closer.TARGET, code, reason, "", arrival.at());
    write(empty ? new CloseWebSocketFrame() : new CloseWebSocketFrame(code, ""));
    awaitEnd();
  }

  private static SocketEvent.Closed at(SocketEvent.Closed closed, long at) {
    return new SocketEvent.Closed(closed.by(), closed.code(), closed.reason(), closed.detail(), at);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext added, Throwable failure) {
    if (over) {
      return;
    }
    if (failure instanceof CorruptedWebSocketFrameException corrupted) {
      int code = corrupted.closeStatus().code();
      fail(code, code == TOO_LONG ? tooLong() : corrupted.getMessage());
    } else if (hasCause(failure, DecompressionException.class)) {
      boolean bomb = String.valueOf(failure.getMessage()).contains("maximum size");
      fail(bomb ? TOO_LONG : NOT_UTF8, bomb ? tooLong() : "a message that cannot be inflated");
    } else {
      // The end of the connection follows by itself after what the system says.
      if (broken.isEmpty()) {
        broken = FailureKinds.words(failure);
      }
      if (failure instanceof DecoderException) {
        cutChannel();
      }
    }
  }

  private String tooLong() {
    return "a message longer than " + settings.maxMessage() + " bytes";
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void channelInactive(ChannelHandlerContext added) {
    if (end == null) {
      String detail = broken.isEmpty() ? "connection ended" : broken;
      end = new SocketEvent.Closed(Closer.NETWORK, NO_FRAME, "", detail, arrival.at());
    } else if (!answered) {
      end = with(end, "no answer to our close, the connection ended", arrival.at());
    }
    finish();
  }

  // ---- what we do

  @Override
  public void text(byte[] utf8) {
    send(new TextWebSocketFrame(Unpooled.wrappedBuffer(utf8)));
  }

  @Override
  public void binary(byte[] bytes) {
    send(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
  }

  @Override
  public void ping(byte[] payload) {
    if (payload.length > LONGEST_CONTROL) {
      throw new IllegalArgumentException(
          "a ping of " + payload.length + " bytes, expected at most " + LONGEST_CONTROL);
    }
    send(new PingWebSocketFrame(Unpooled.wrappedBuffer(payload)));
  }

  @Override
  public boolean writable() {
    return end == null && !over && ctx.channel().isWritable();
  }

  @Override
  public void close(int code, String reason) {
    if (reason.getBytes(StandardCharsets.UTF_8).length > LONGEST_CONTROL - 2) {
      throw new IllegalArgumentException("a close reason longer than 123 bytes: " + reason);
    }
    if (end == null && !over) {
      begin(code, reason, "");
    }
  }

  /** The target broke the protocol or our bound: a close frame goes out, nothing more is read. */
  private void fail(int code, String detail) {
    if (failed) {
      return;
    }
    failed = true;
    if (ctx.pipeline().get(DECODER) != null) {
      ctx.pipeline().remove(DECODER); // what still comes is read and thrown away
    }
    if (end == null) {
      begin(code, "", detail);
    } else if (!answered) {
      end = with(end, detail, arrival.at());
    }
    answered = true; // no answer could be read any more
  }

  private void begin(int code, String reason, String detail) {
    WebSocketFrame frame =
        code == NO_CODE ? new CloseWebSocketFrame() : new CloseWebSocketFrame(code, reason);
    end = new SocketEvent.Closed(Closer.US, code, reason, detail, arrival.now());
    write(frame);
    awaitEnd();
  }

  private static SocketEvent.Closed with(SocketEvent.Closed closed, String detail, long at) {
    String all = closed.detail().isEmpty() ? detail : closed.detail() + "; " + detail;
    return new SocketEvent.Closed(closed.by(), closed.code(), closed.reason(), all, at);
  }

  private void awaitEnd() {
    untimed = arrival.after(settings.closeTimeout(), this::waitedEnough);
  }

  private void waitedEnough() {
    if (!over) {
      if (!answered) {
        end = with(end, "no answer to our close", arrival.now());
      }
      finish();
      cutChannel();
    }
  }

  @Override
  public void drop() {
    if (!over) {
      if (end == null) {
        end = new SocketEvent.Closed(Closer.US, NO_FRAME, "", "cut by stress", arrival.now());
      }
      finish();
      cutChannel();
    }
  }

  @Override
  public void cut() {
    arrival.onLoop(this::drop);
  }

  private void cutChannel() {
    Arrival.cut(ctx.channel());
  }

  /** Nobody listens any more; also called, without effect, when the stream has ended by itself. */
  private void abandoned() {
    if (!over && end == null) {
      arrival.onLoop(() -> close(NORMAL, ""));
    }
  }

  private void send(WebSocketFrame frame) {
    if (end == null && !over) {
      write(frame);
    } else {
      frame.release();
    }
  }

  private void write(WebSocketFrame frame) {
    ctx.write(frame, ctx.voidPromise());
    if (reading) {
      unflushed = true;
    } else {
      ctx.flush();
    }
  }

  private void finish() {
    if (!over) {
      over = true;
      open.remove(this);
      untimed.run();
      emitter.emit(end);
      emitter.complete();
    }
  }
}
