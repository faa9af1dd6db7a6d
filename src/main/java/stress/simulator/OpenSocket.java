package stress.simulator;

import io.netty.buffer.ByteBufUtil;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A WebSocket as the network sees it, with its part of the count. Event loop only. */
final class OpenSocket implements Feed.Wire, PushFeed.Wire, FrameGuard.Watcher {
  private final ServerWebSocket socket;
  private final HttpConnection connection;
  private final SocketTally tally;
  private final SocketTally.Entry entry;
  private Runnable afterwards = () -> {};

  /**
   * @param offset nanoseconds since the simulator's start
   */
  OpenSocket(
      ServerWebSocket socket,
      HttpConnection connection,
      SocketTally tally,
      SocketTally.Entry entry,
      LongSupplier offset) {
    this.socket = socket;
    this.connection = connection;
    this.tally = tally;
    this.entry = entry;
    socket.exceptionHandler(broken -> {}); // the end that follows is what counts
    socket.closeHandler(
        closed -> {
          tally.gone(entry, offset.getAsLong());
          afterwards.run();
        });
  }

  /** What to do when it is closed; added to what was given before. */
  void onClosed(Runnable more) {
    Runnable before = afterwards;
    afterwards =
        () -> {
          before.run();
          more.run();
        };
  }

  void onText(Consumer<String> handler) {
    socket.textMessageHandler(
        text -> {
          tally.received(entry, ByteBufUtil.utf8Bytes(text));
          handler.accept(text);
        });
  }

  void onBinary(Consumer<Buffer> handler) {
    socket.binaryMessageHandler(
        bytes -> {
          tally.received(entry, bytes.length());
          handler.accept(bytes);
        });
  }

  @Override
  public void send(String text) {
    if (!socket.isClosed()) {
      tally.sent(entry, ByteBufUtil.utf8Bytes(text));
      socket.writeTextMessage(text);
    }
  }

  void send(Buffer bytes) {
    if (!socket.isClosed()) {
      tally.sent(entry, bytes.length());
      socket.writeBinaryMessage(bytes);
    }
  }

  @Override
  public void send(String ascii, int frame) {
    if (socket.isClosed()) {
      return;
    }
    int size = ascii.length();
    tally.sent(entry, size);
    if (size <= frame) {
      socket.writeFinalTextFrame(ascii);
      return;
    }
    socket.writeFrame(WebSocketFrame.textFrame(ascii.substring(0, frame), false));
    for (int start = frame; start < size; start += frame) {
      int end = Math.min(size, start + frame);
      Buffer part = Buffer.buffer(ascii.substring(start, end));
      socket.writeFrame(WebSocketFrame.continuationFrame(part, end == size));
    }
  }

  @Override
  public boolean full() {
    return socket.writeQueueFull();
  }

  @Override
  public void onDrain(Runnable task) {
    socket.drainHandler(
        drained -> {
          socket.drainHandler(null);
          task.run();
        });
  }

  /** Reads no further until the client has read what waits for it. */
  void slowDown() {
    if (!socket.isClosed() && full()) {
      socket.pause();
      onDrain(socket::resume);
    }
  }

  @Override
  public void close(int code, String reason) {
    if (!socket.isClosed()) {
      tally.serverCloses(entry, code);
      socket.close((short) code, reason);
    }
  }

  @Override
  public void drop() {
    tally.serverDrops(entry);
    Connections.cut(connection);
  }

  @Override
  public void clientCloses(OptionalInt code) {
    tally.clientCloses(entry, code);
  }

  @Override
  public boolean violated(int code) {
    boolean first = !socket.isClosed();
    tally.serverCloses(entry, code);
    return first;
  }
}
