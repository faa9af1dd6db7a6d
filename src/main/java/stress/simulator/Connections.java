package stress.simulator;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** Ends TCP connections below HTTP and WebSocket, which their own calls do not do. */
final class Connections {
  private Connections() {}

  /** With a reset: the client's next read fails. */
  static void reset(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.unsafe().close(channel.voidPromise());
  }

  /** With a plain end, without any protocol's goodbye. */
  static void cut(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    channel.unsafe().close(channel.voidPromise());
  }
}
