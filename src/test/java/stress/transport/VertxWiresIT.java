package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stress.measure.ErrorKind;

class VertxWiresIT extends SocketsFixture {
  private VertxWires wires;
  private final List<WireEvent> events = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> completed = new CompletableFuture<>();

  @BeforeEach
  void beginWires() {
    wires = new VertxWires(vertx, clock, List.of(), Tls.usual());
  }

  @AfterEach
  void endWires() {
    wires.close();
  }

  private void open(int port, OptionalInt receiveBuffer) {
    WireCall call =
        new WireCall(
            TargetUrl.parse("ws://127.0.0.1:" + port), receiveBuffer, Duration.ofSeconds(30));
    loop.runOnContext(
        now ->
            wires
                .open(call)
                .subscribe()
                .with(
                    events::add, completed::completeExceptionally, () -> completed.complete(null)));
  }

  private WireLink link() throws Exception {
    for (int i = 0; events.isEmpty() && i < 3_000; i++) {
      try {
        completed.get(10, TimeUnit.MILLISECONDS);
      } catch (java.util.concurrent.TimeoutException notYet) {
        continue;
      }
    }
    return ((WireEvent.Connected) events.get(0)).link();
  }

  private void onLoop(Runnable task) {
    loop.runOnContext(now -> task.run());
  }

  @Test
  void bytesGoBothWaysAndTheEndIsTold() throws Exception {
    serve(
        peer -> {
          byte[] three = peer.socket.getInputStream().readNBytes(3);
          peer.write(three);
        });
    open(server.port(), OptionalInt.empty());
    WireLink link = link();

    onLoop(() -> link.write("abc".getBytes(StandardCharsets.UTF_8)));

    completed.get(30, TimeUnit.SECONDS);
    assertThat(((WireEvent.Bytes) events.get(1)).bytes()).asString().isEqualTo("abc");
    assertThat(events.get(2))
        .isInstanceOfSatisfying(
            WireEvent.Ended.class, ended -> assertThat(ended.reset()).isFalse());
    assertThat(events).hasSize(3).extracting(WireEvent::at).isSorted();
  }

  @Test
  void aResetIsToldAsOne() throws Exception {
    serve(RawSocketServer.Peer::reset);
    open(server.port(), OptionalInt.empty());

    completed.get(30, TimeUnit.SECONDS);

    assertThat(((WireEvent.Ended) events.get(1)).reset()).isTrue();
  }

  @Test
  void pausedBytesPileUpAtTheTargetUntilResumed() throws Exception {
    int all = 64 * 1024 * 1024;
    AtomicLong written = new AtomicLong();
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> go = new CompletableFuture<>();
    serve(
        peer -> {
          go.get(30, TimeUnit.SECONDS);
          byte[] part = new byte[65_536];
          while (written.get() < all) {
            peer.write(part);
            written.addAndGet(part.length);
          }
          done.set(true);
        });
    open(server.port(), OptionalInt.of(8_192));
    WireLink link = link();
    onLoop(link::pause);
    onLoop(() -> go.complete(null));

    long before = -1;
    while (before != written.get() || before == 0) {
      before = written.get();
      try {
        completed.get(300, TimeUnit.MILLISECONDS);
      } catch (java.util.concurrent.TimeoutException stillOpen) {
        continue;
      }
    }

    assertThat(done).isFalse();
    onLoop(link::resume);
    completed.get(60, TimeUnit.SECONDS);
    long read =
        events.stream()
            .filter(WireEvent.Bytes.class::isInstance)
            .mapToLong(event -> ((WireEvent.Bytes) event).bytes().length)
            .sum();
    assertThat(read).isEqualTo(all);
  }

  @Test
  void droppingCutsTheConnection() throws Exception {
    CompletableFuture<Boolean> properly = new CompletableFuture<>();
    serve(peer -> properly.complete(peer.awaitEnd()));
    open(server.port(), OptionalInt.empty());
    WireLink link = link();

    onLoop(link::drop);

    assertThat(properly.get(30, TimeUnit.SECONDS)).isFalse();
    completed.get(30, TimeUnit.SECONDS);
    assertThat(events).hasSize(2);
  }

  @Test
  void nobodyListeningFails() throws Exception {
    int port;
    try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = nobody.getLocalPort();
    }
    open(port, OptionalInt.empty());

    completed.get(30, TimeUnit.SECONDS);

    assertThat(events).hasSize(1);
    assertThat(((WireEvent.Failed) events.get(0)).kind()).isEqualTo(ErrorKind.CONNECTION_REFUSED);
  }
}
