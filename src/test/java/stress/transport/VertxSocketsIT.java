package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.transport.RawSocketServer.BINARY;
import static stress.transport.RawSocketServer.CLOSE;
import static stress.transport.RawSocketServer.CONTINUATION;
import static stress.transport.RawSocketServer.FINAL;
import static stress.transport.RawSocketServer.PING;
import static stress.transport.RawSocketServer.PONG;
import static stress.transport.RawSocketServer.TEXT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stress.measure.Closer;

/** Messages and ends of open sockets. */
class VertxSocketsIT extends SocketsFixture {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] letters(int length, int seed) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ('a' + (i * 31 + seed) % 26);
    }
    return bytes;
  }

  @Test
  void threeHundredMessagesOf100KbInFragmentsOf64KbAllArrive() throws Exception {
    serve(
        peer -> {
          peer.upgrade();
          for (int i = 0; i < 300; i++) {
            byte[] message = letters(100_000, i);
            peer.frame(TEXT, Arrays.copyOfRange(message, 0, 65_536));
            peer.frame(FINAL | CONTINUATION, Arrays.copyOfRange(message, 65_536, 100_000));
          }
          peer.closeProperly(1000, "done");
        });

    Seen seen = open(call());

    assertThat(seen.closed().code()).isEqualTo(1000);
    assertThat(seen.messages()).hasSize(300);
    for (int i = 0; i < 300; i++) {
      SocketEvent.Message message = seen.messages().get(i);
      assertThat(message.payload()).isEqualTo(letters(100_000, i));
      assertThat(message.frames()).isEqualTo(2);
      assertThat(message.text()).isTrue();
    }
    assertThat(seen.messages()).extracting(SocketEvent::at).isSorted();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 65_537, 1_048_576, 16_777_216})
  void aFrameOfAnyLengthToTheLimitArrives(int length) throws Exception {
    byte[] payload = letters(length, 7);
    serve(
        peer -> {
          peer.upgrade();
          peer.frame(FINAL | BINARY, payload);
          peer.closeProperly(1000, "");
        });

    Seen seen = open(call());

    seen.closed();
    SocketEvent.Message message = seen.messages().get(0);
    assertThat(message.payload()).isEqualTo(payload);
    assertThat(message.text()).isFalse();
    assertThat(message.frames()).isEqualTo(1);
  }

  @Test
  void utf8MaySplitAcrossFramesAndPingsMayStandBetweenThem() throws Exception {
    byte[] text = bytes("ä€𝄞");
    CompletableFuture<List<RawSocketServer.Frame>> answers = new CompletableFuture<>();
    serve(
        peer -> {
          peer.upgrade();
          for (int i = 0; i < text.length; i++) {
            int first = (i == 0 ? TEXT : CONTINUATION) | (i == text.length - 1 ? FINAL : 0);
            peer.frame(first, new byte[] {text[i]});
            peer.frame(FINAL | PING, new byte[] {(byte) i});
          }
          List<RawSocketServer.Frame> pongs = new ArrayList<>();
          for (int i = 0; i < text.length; i++) {
            pongs.add(peer.read());
          }
          answers.complete(pongs);
          peer.closeProperly(1000, "");
        });

    Seen seen = open(call());

    seen.closed();
    assertThat(seen.texts()).containsExactly("ä€𝄞");
    assertThat(seen.messages().get(0).frames()).isEqualTo(text.length);
    assertThat(answers.join())
        .allSatisfy(
            pong -> {
              assertThat(pong.opcode()).isEqualTo(PONG);
              assertThat(pong.masked()).isTrue();
            })
        .extracting(pong -> (int) pong.payload()[0])
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void firstFramesInTheSegmentOfThe101ComeAfterOpened() throws Exception {
    serve(
        peer -> {
          String head = peer.switching(peer.request());
          byte[] first = RawSocketServer.frame(FINAL | TEXT, bytes("first"));
          byte[] second = RawSocketServer.frame(FINAL | TEXT, bytes("second"));
          byte[] all = new byte[head.length() + first.length + second.length];
          System.arraycopy(bytes(head), 0, all, 0, head.length());
          System.arraycopy(first, 0, all, head.length(), first.length);
          System.arraycopy(second, 0, all, head.length() + first.length, second.length);
          peer.write(all);
          peer.closeProperly(1000, "");
        });

    Seen seen = open(call());

    seen.closed();
    assertThat(seen.events.get(0)).isInstanceOf(SocketEvent.Opened.class);
    assertThat(seen.texts()).containsExactly("first", "second");
    assertThat(seen.messages().get(0).at()).isEqualTo(seen.opened().at());
  }

  @Test
  void firstMessagesAreSentInOrderAndWhatTheLinkSendsArrives() throws Exception {
    CompletableFuture<List<RawSocketServer.Frame>> sent = new CompletableFuture<>();
    serve(
        peer -> {
          peer.upgrade();
          List<RawSocketServer.Frame> frames = new ArrayList<>();
          for (int i = 0; i < 5; i++) {
            frames.add(peer.read());
          }
          sent.complete(frames);
          peer.frame(FINAL | PONG, bytes("unasked"));
          peer.frame(FINAL | PONG, bytes("beat"));
          peer.closeProperly(1000, "");
        });
    SocketCall call =
        new SocketCall(server.url("/"), Map.of(), List.of(), List.of("one", "zwei ä"), LONG);

    Seen seen =
        Seen.of(
            sockets,
            call,
            loop,
            (event, link) -> {
              if (event instanceof SocketEvent.Opened) {
                assertThat(link.writable()).isTrue();
              }
            });
    seen.opened();
    seen.onLoop(
        link -> {
          link.text(bytes("three"));
          link.binary(letters(70_000, 1));
          link.ping(bytes("beat"));
        });

    List<RawSocketServer.Frame> frames = sent.get(30, TimeUnit.SECONDS);
    assertThat(frames).allSatisfy(frame -> assertThat(frame.masked()).isTrue());
    assertThat(frames)
        .extracting(RawSocketServer.Frame::opcode)
        .containsExactly(TEXT, TEXT, TEXT, BINARY, PING);
    assertThat(frames.subList(0, 3))
        .extracting(RawSocketServer.Frame::text)
        .containsExactly("one", "zwei ä", "three");
    assertThat(frames.get(3).payload()).isEqualTo(letters(70_000, 1));
    seen.closed();
    assertThat(seen.events.stream().filter(SocketEvent.Pong.class::isInstance))
        .extracting(
            event -> new String(((SocketEvent.Pong) event).payload(), StandardCharsets.UTF_8))
        .containsExactly("unasked", "beat");
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1008, 1011, 1012, 1013, 4000})
  void aCloseOfTheTargetIsToldWithItsCodeAndAnswered(int code) throws Exception {
    CompletableFuture<RawSocketServer.Frame> echo = new CompletableFuture<>();
    serve(
        peer -> {
          peer.upgrade();
          echo.complete(peer.closeProperly(code, "because"));
        });

    SocketEvent.Closed closed = open(call()).closed();

    assertThat(closed.by()).isEqualTo(Closer.TARGET);
    assertThat(closed.code()).isEqualTo(code);
    assertThat(closed.reason()).isEqualTo("because");
    assertThat(closed.detail()).isEmpty();
    assertThat(echo.join().payload()).isEqualTo(RawSocketServer.closing(code, ""));
  }

  @Test
  void anEmptyCloseIs1005() throws Exception {
    CompletableFuture<RawSocketServer.Frame> echo = new CompletableFuture<>();
    serve(
        peer -> {
          peer.upgrade();
          peer.frame(FINAL | CLOSE, new byte[0]);
          echo.complete(peer.read());
        });

    SocketEvent.Closed closed = open(call()).closed();

    assertThat(closed.by()).isEqualTo(Closer.TARGET);
    assertThat(closed.code()).isEqualTo(1005);
    assertThat(echo.join().opcode()).isEqualTo(CLOSE);
    assertThat(echo.join().payload()).isEmpty();
  }

  @Test
  void anEndWithoutACloseFrameIs1006AndSaysWhich() throws Exception {
    serve(
        peer -> {
          if (peer.upgrade().startsWith("GET /reset ")) {
            peer.reset();
          }
        });

    SocketEvent.Closed ended = open(call("/end")).closed();
    SocketEvent.Closed reset = open(call("/reset")).closed();

    assertThat(ended.by()).isEqualTo(Closer.NETWORK);
    assertThat(ended.code()).isEqualTo(1006);
    assertThat(ended.detail()).isEqualTo("connection ended");
    assertThat(reset.by()).isEqualTo(Closer.NETWORK);
    assertThat(reset.code()).isEqualTo(1006);
    assertThat(reset.detail()).isEqualTo("connection reset");
  }

  @Test
  void ourCloseIsOursOnceTheTargetHasAnswered() throws Exception {
    CompletableFuture<RawSocketServer.Frame> ours = new CompletableFuture<>();
    serve(
        peer -> {
          peer.upgrade();
          ours.complete(peer.read());
          peer.text("late");
          peer.close(1000, "");
        });

    Seen seen = open(call());
    seen.opened();
    seen.onLoop(link -> link.close(4001, "enough"));

    SocketEvent.Closed closed = seen.closed();
    assertThat(closed.by()).isEqualTo(Closer.US);
    assertThat(closed.code()).isEqualTo(4001);
    assertThat(closed.reason()).isEqualTo("enough");
    assertThat(closed.detail()).isEmpty();
    assertThat(ours.join().payload()).isEqualTo(RawSocketServer.closing(4001, "enough"));
    assertThat(seen.texts()).containsExactly("late");
  }

  @Test
  void twentyPingsAtShutdownAndNoAnswerToTheCloseEndWithinTheBound() throws Exception {
    Duration bound = Duration.ofMillis(300);
    sockets = sockets(closingWithin(bound));
    CompletableFuture<Integer> pongs = new CompletableFuture<>();
    CompletableFuture<Boolean> cut = new CompletableFuture<>();
    serve(
        peer -> {
          peer.upgrade();
          while (peer.read().opcode() != CLOSE) {
            continue;
          }
          for (int i = 0; i < 20; i++) {
            peer.frame(FINAL | PING, new byte[] {(byte) i});
          }
          int answered = 0;
          while (answered < 20 && peer.read().opcode() == PONG) {
            answered++;
          }
          pongs.complete(answered);
          cut.complete(peer.awaitEnd());
        });

    Seen seen = open(call());
    seen.opened();
    long before = clock.nanos();
    seen.onLoop(link -> link.close(1000, ""));

    SocketEvent.Closed closed = seen.closed();
    assertThat(closed.by()).isEqualTo(Closer.US);
    assertThat(closed.code()).isEqualTo(1000);
    assertThat(closed.detail()).isEqualTo("no answer to our close");
    assertThat(closed.at() - before).isGreaterThanOrEqualTo(bound.toNanos() - 1_000_000);
    assertThat(pongs.get(30, TimeUnit.SECONDS)).isEqualTo(20);
    assertThat(cut.get(30, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void aTargetThatClosesButKeepsTheConnectionIsCut() throws Exception {
    sockets = sockets(closingWithin(Duration.ofMillis(100)));
    serve(
        peer -> {
          peer.upgrade();
          peer.close(1001, "");
          peer.awaitEnd();
        });

    SocketEvent.Closed closed = open(call()).closed();

    assertThat(closed.by()).isEqualTo(Closer.TARGET);
    assertThat(closed.code()).isEqualTo(1001);
  }

  @Test
  void droppingCutsWithoutACloseFrame() throws Exception {
    CompletableFuture<Boolean> cut = new CompletableFuture<>();
    serve(
        peer -> {
          peer.upgrade();
          cut.complete(peer.awaitEnd());
        });

    Seen seen = open(call());
    seen.opened();
    seen.onLoop(
        link -> {
          link.drop();
          link.drop();
          link.text(bytes("nothing"));
          link.close(1000, "");
          assertThat(link.writable()).isFalse();
        });

    SocketEvent.Closed closed = seen.closed();
    assertThat(closed.by()).isEqualTo(Closer.US);
    assertThat(closed.code()).isEqualTo(1006);
    assertThat(cut.get(30, TimeUnit.SECONDS)).as("a reset").isFalse();
  }

  @Test
  void cancellingClosesWith1000AndTellsNothingMore() throws Exception {
    CompletableFuture<RawSocketServer.Frame> ours = new CompletableFuture<>();
    serve(
        peer -> {
          peer.upgrade();
          ours.complete(peer.read());
          peer.text("late");
          peer.close(1000, "");
        });

    Seen seen = open(call());
    seen.opened();
    seen.cancel();

    assertThat(ours.get(30, TimeUnit.SECONDS).payload())
        .isEqualTo(RawSocketServer.closing(1000, ""));
    sockets.close();
    assertThat(seen.events).hasSize(1);
    assertThat(seen.completed).isNotDone();
  }

  @Test
  void closingTheTransportCutsWhatIsOpen() throws Exception {
    CompletableFuture<Boolean> cut = new CompletableFuture<>();
    serve(
        peer -> {
          peer.upgrade();
          cut.complete(peer.awaitEnd());
        });
    Seen seen = open(call());
    seen.opened();

    sockets.close();

    assertThat(seen.closed().by()).isEqualTo(Closer.US);
    assertThat(cut.get(30, TimeUnit.SECONDS)).isFalse();
  }
}
