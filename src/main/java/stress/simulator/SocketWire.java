package stress.simulator;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;

/** A WebSocket as the network sees it, with its part of the count. */
final class SocketWire implements Feed.Wire {
  private final ServerWebSocket socket;
  private final HttpConnection connection;
  private final Tally tally;
  private boolean endedByUs;

  SocketWire(ServerWebSocket socket, HttpConnection connection, Tally tally) {
    this.socket = socket;
    this.connection = connection;
    this.tally = tally;
  }

  @Override
  public void send(String text) {
    if (!socket.isClosed()) {
      tally.frame();
      socket.writeTextMessage(text);
    }
  }

  @Override
  public void close(int code, String reason) {
    if (!socket.isClosed()) {
      endedByUs = true;
      tally.closedByServer(code);
      socket.close((short) code, reason);
    }
  }

  @Override
  public void drop() {
    endedByUs = true;
    Connections.cut(connection);
  }

  /** The socket is closed, whoever did it. */
  void closed() {
    tally.socketGone();
    if (!endedByUs) {
      Short code = socket.closeStatusCode();
      tally.closedByClient(code == null ? 1006 : code);
    }
  }
}
