package stress.simulator;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;

/** Sends every message back as it came, text or binary; reads no faster than the client does. */
final class EchoSocket {
  private final Gate gate;

  EchoSocket(Gate gate) {
    this.gate = gate;
  }

  void upgrade(HttpServerRequest request) {
    request.pause();
    gate.pass(
        () -> {
          request.toWebSocket().onSuccess(this::open);
          request.resume();
        });
  }

  private void open(ServerWebSocket socket) {
    socket.textMessageHandler(
        text ->
            gate.pass(
                () -> {
                  if (!socket.isClosed()) {
                    socket.writeTextMessage(text);
                    slowDown(socket);
                  }
                }));
    socket.binaryMessageHandler(
        bytes ->
            gate.pass(
                () -> {
                  if (!socket.isClosed()) {
                    socket.writeBinaryMessage(bytes);
                    slowDown(socket);
                  }
                }));
  }

  private static void slowDown(ServerWebSocket socket) {
    if (socket.writeQueueFull()) {
      socket.pause();
      socket.drainHandler(drained -> socket.resume());
    }
  }
}
