package stress.cli;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import stress.transport.SocketCall;
import stress.transport.SocketEvent;
import stress.transport.Sockets;

/**
 * Opens some WebSockets to an echo of our own and talks on them, before anything is measured: the
 * first connection of a JVM would be slower by the tenth of a second that loading the transport
 * takes, and would hold up the next ones. The target sees nothing of it.
 */
final class LoopbackRehearsal {
  private static final String HOST = "127.0.0.1";
  private static final int SOCKETS = 40;
  private static final int AT_A_TIME = 8;
  private static final int MESSAGES = 25;
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final byte[] MESSAGE = "rehearsal".getBytes(StandardCharsets.UTF_8);

  private final Vertx vertx;
  private final Sockets sockets;
  private final Executor eventLoop;

  LoopbackRehearsal(Vertx vertx, Sockets sockets, Executor eventLoop) {
    this.vertx = vertx;
    this.sockets = sockets;
    this.eventLoop = eventLoop;
  }

  /** Completes when it is over, or has taken too long; never fails: the run will say it better. */
  Uni<Void> play() {
    return Uni.createFrom()
        .completionStage(() -> listen().toCompletionStage())
        .onItem()
        .transformToUni(this::talks)
        .ifNoItem()
        .after(LONGEST)
        .fail()
        .onFailure()
        .recoverWithNull();
  }

  private Future<HttpServer> listen() {
    return vertx.createHttpServer().webSocketHandler(LoopbackRehearsal::echo).listen(0, HOST);
  }

  private Uni<Void> talks(HttpServer server) {
    String url = "ws://" + HOST + ":" + server.actualPort() + "/";
    SocketCall call = new SocketCall(url, Map.of(), List.of(), List.of(), LONGEST);
    return Multi.createFrom()
        .range(0, SOCKETS)
        .onItem()
        .transformToUni(i -> talk(call))
        .merge(AT_A_TIME)
        .onItem()
        .ignoreAsUni()
        .runSubscriptionOn(eventLoop)
        .onTermination()
        .invoke(server::close);
  }

  private static void echo(ServerWebSocket socket) {
    socket.textMessageHandler(socket::writeTextMessage);
  }

  private Uni<Boolean> talk(SocketCall call) {
    Talk talk = new Talk();
    return sockets.open(call).onItem().invoke(talk::heard).collect().last().replaceWith(true);
  }

  /** One socket's talk. Event loop. */
  private static final class Talk {
    private SocketEvent.Opened opened;
    private int answers;

    void heard(SocketEvent event) {
      if (event instanceof SocketEvent.Opened first) {
        opened = first;
        opened.link().ping(MESSAGE);
        opened.link().text(MESSAGE);
      } else if (event instanceof SocketEvent.Message) {
        answers++;
        if (answers < MESSAGES) {
          opened.link().text(MESSAGE);
        } else {
          opened.link().close(1000, "");
        }
      }
    }
  }
}
