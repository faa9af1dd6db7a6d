package stress.simulator;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** What is done to TCP connections below HTTP and WebSocket, whose own calls cannot do it. */
final class Connections {
  private Connections() {}

  /** With a reset: the client's next read fails. */
  static void reset(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.unsafe().close(channel.voidPromise());
  }

  /**
   * Holds what is written until the event loop's present turn is over, so that the answer to an
   * upgrade and the first frames leave together, as they do from busy servers.
   */
  static void gather(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    channel
        .pipeline()
        .addFirst(
            new FlushConsolidationHandler(
                FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true));
  }

  /**
   * Ends {@link #gather} after the event loop's present turn: later frames leave at once, since the
   * truth says of each when it was given to the network.
   */
  static void gatherNoMore(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    channel
        .eventLoop()
        .execute(
            () -> {
              if (channel.pipeline().get(FlushConsolidationHandler.class) != null) {
                channel.pipeline().remove(FlushConsolidationHandler.class);
              }
            });
  }

  /** Checks the frames of a connection that has become a WebSocket before they are handled. */
  static void guard(HttpConnection connection, FrameGuard guard) {
    ((ConnectionBase) connection)
        .channel()
        .pipeline()
        .addBefore("handler", "utf8", new Utf8FrameValidator(false))
        .addBefore("handler", "guard", guard);
  }

  /** With a plain end, without any protocol's goodbye. */
  static void cut(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    channel.unsafe().close(channel.voidPromise());
  }
}
