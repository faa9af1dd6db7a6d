package stress.simulator;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import stress.clock.Timers;

/** Turns requests into sockets, or refuses them, and knows the open ones. Event loop only. */
final class Upgrades {
  private static final int NONCE_BYTES = 16;
  private final Dialect dialect;
  private final SocketTally tally;
  private final LongSupplier offset;
  private final int largestMessage;
  private final Set<OpenSocket> open = new HashSet<>();
  private Optional<Promise<Void>> leaving = Optional.empty();

  /**
   * @param offset nanoseconds since the simulator's start
   * @param largestMessage bytes that a client may send as one message
   */
  Upgrades(Dialect dialect, SocketTally tally, LongSupplier offset, int largestMessage) {
    this.dialect = dialect;
    this.tally = tally;
    this.offset = offset;
    this.largestMessage = largestMessage;
  }

  /** What is wrong with the handshake of a request that asks for a WebSocket. */
  Optional<Answer> wrong(HttpServerRequest request) {
    MultiMap headers = request.headers();
    if (!request.method().equals(HttpMethod.GET)) {
      return Optional.of(
          dialect.error(405, "a WebSocket is asked for with GET").with(Map.of("Allow", "GET")));
    }
    if (headers.getAll("Connection").stream()
        .noneMatch(value -> tokens(value).contains("upgrade"))) {
      return Optional.of(dialect.error(400, "Connection: Upgrade is missing"));
    }
    String version = headers.get("Sec-WebSocket-Version");
    if (version == null) {
      return Optional.of(dialect.error(400, "Sec-WebSocket-Version is missing"));
    }
    if (!version.strip().equals("13")) {
      return Optional.of(
          dialect
              .error(426, "Sec-WebSocket-Version must be 13")
              .with(Map.of("Sec-WebSocket-Version", "13", "Upgrade", "websocket")));
    }
    return isNonce(headers.get("Sec-WebSocket-Key"))
        ? Optional.empty()
        : Optional.of(dialect.error(400, "Sec-WebSocket-Key is missing or not 16 bytes in base64"));
  }

  private static List<String> tokens(String value) {
    return List.of(value.toLowerCase(java.util.Locale.ROOT).strip().split("\\s*,\\s*"));
  }

  private static boolean isNonce(String key) {
    try {
      return key != null && Base64.getDecoder().decode(key.strip()).length == NONCE_BYTES;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /** Answers with an HTTP status instead of a socket. */
  void refuse(HttpServerRequest request, SocketKind kind, Answer answer) {
    request.resume();
    tally.refused(kind);
    answer.headers().forEach(request.response()::putHeader);
    request
        .response()
        .setStatusCode(answer.code())
        .putHeader("Content-Type", "application/json")
        .end(answer.body().orElse(""));
  }

  /**
   * @param about the job's id, or the path
   * @param then is given the socket before any message of the client
   */
  void accept(HttpServerRequest request, SocketKind kind, String about, Consumer<OpenSocket> then) {
    HttpConnection connection = request.connection();
    Connections.gather(connection);
    request
        .toWebSocket()
        .onSuccess(
            socket -> {
              SocketTally.Entry entry = tally.opened(kind, about, offset.getAsLong());
              OpenSocket opened = new OpenSocket(socket, connection, tally, entry, offset);
              Connections.guard(connection, new FrameGuard(largestMessage, opened));
              open.add(opened);
              opened.onClosed(() -> gone(opened));
              then.accept(opened);
              Connections.gatherNoMore(connection);
            })
        .onFailure(broken -> Connections.cut(connection));
    request.resume();
  }

  private void gone(OpenSocket socket) {
    open.remove(socket);
    if (open.isEmpty()) {
      leaving.ifPresent(Promise::tryComplete);
    }
  }

  /**
   * Closes all sockets with 1001; done when the clients have closed them, too, or at the instant.
   */
  Future<Void> farewell(Timers timers, long latest) {
    Promise<Void> done = Promise.promise();
    leaving = Optional.of(done);
    List.copyOf(open).forEach(socket -> socket.close(1001, "the server stops"));
    if (open.isEmpty()) {
      done.tryComplete();
    } else {
      timers.at(
          latest,
          () -> {
            List.copyOf(open).forEach(OpenSocket::drop);
            done.tryComplete();
          });
    }
    return done.future();
  }
}
