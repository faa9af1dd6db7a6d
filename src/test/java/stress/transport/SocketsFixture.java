package stress.transport;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import stress.clock.NanoClock;

/** A Vert.x of two loops with sockets on one of them, and a server whose script a test gives. */
abstract class SocketsFixture {
  static final Duration LONG = Duration.ofSeconds(30);

  final NanoClock clock = NanoClock.system();
  Vertx vertx;
  Context loop;
  VertxSockets sockets;
  RawSocketServer server;

  @BeforeEach
  void begin() {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(1));
    loop = vertx.getOrCreateContext();
    sockets = sockets(SocketSettings.usual());
  }

  @AfterEach
  void end() throws Exception {
    sockets.close();
    if (server != null) {
      server.close();
    }
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    if (server != null && !server.failures.isEmpty()) {
      throw new AssertionError("the server's script failed", server.failures.get(0));
    }
  }

  VertxSockets sockets(SocketSettings settings) {
    return new VertxSockets(vertx, clock, settings, Tls.usual());
  }

  static SocketSettings closingWithin(Duration bound) {
    return new SocketSettings(16 * 1024 * 1024, false, false, List.of(), bound);
  }

  void serve(RawSocketServer.Script script) throws Exception {
    server = new RawSocketServer(script);
  }

  SocketCall call() {
    return call("/");
  }

  SocketCall call(String tail) {
    return new SocketCall(server.url(tail), Map.of(), List.of(), List.of(), LONG);
  }

  Seen open(SocketCall call) {
    return Seen.of(sockets, call, loop);
  }
}
