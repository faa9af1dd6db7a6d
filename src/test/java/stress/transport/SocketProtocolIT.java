package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.transport.RawSocketServer.BINARY;
import static stress.transport.RawSocketServer.CLOSE;
import static stress.transport.RawSocketServer.CONTINUATION;
import static stress.transport.RawSocketServer.FINAL;
import static stress.transport.RawSocketServer.PING;
import static stress.transport.RawSocketServer.TEXT;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stress.measure.Closer;

/** What a target does wrong on an open socket, the bound on messages, and compression. */
class SocketProtocolIT extends SocketsFixture {
  private static final int RSV1 = 0x40;

  private static SocketSettings taking(int bytes, boolean deflate) {
    return new SocketSettings(bytes, deflate, false, List.of(), Duration.ofSeconds(5));
  }

  /** Sends the bytes, and returns what the client's close frame said and how it ended. */
  private SocketEvent.Closed closedAfter(int code, byte[]... frames) throws Exception {
    CompletableFuture<RawSocketServer.Frame> ours = new CompletableFuture<>();
    serve(
        peer -> {
          peer.upgrade();
          for (byte[] frame : frames) {
            peer.write(frame);
          }
          RawSocketServer.Frame frame = peer.read();
          ours.complete(frame);
        });
    Seen seen = open(call());
    SocketEvent.Closed closed = seen.closed();
    assertThat(seen.messages()).isEmpty();
    RawSocketServer.Frame frame = ours.get(30, TimeUnit.SECONDS);
    assertThat(frame.opcode()).isEqualTo(CLOSE);
    assertThat(frame.payload()).isEqualTo(RawSocketServer.closing(code, ""));
    assertThat(closed.by()).isEqualTo(Closer.US);
    assertThat(closed.code()).isEqualTo(code);
    return closed;
  }

  private static byte[] frame(int first, int... payload) {
    byte[] bytes = new byte[payload.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) payload[i];
    }
    return RawSocketServer.frame(first, bytes);
  }

  static List<Arguments> violations() {
    return List.of(
        Arguments.of(
            new byte[] {(byte) (FINAL | TEXT), (byte) 0x82, 0, 0, 0, 0, 'a', 'b'},
            "received a frame that is not masked as expected"),
        Arguments.of(frame(FINAL | 3), "data frame using reserved opcode 3"),
        Arguments.of(frame(FINAL | 11), "control frame using reserved opcode 11"),
        Arguments.of(frame(PING, 1), "fragmented control frame"),
        Arguments.of(
            frame(FINAL | RSV1 | TEXT, 'a'), "RSV != 0 and no extension negotiated, RSV:4"),
        Arguments.of(
            frame(FINAL | CONTINUATION, 'a'),
            "received continuation data frame outside fragmented message"),
        Arguments.of(frame(FINAL | CLOSE, 1), "received close control frame with payload len 1"),
        Arguments.of(frame(FINAL | CLOSE, 0x03, 0xed), "Invalid close frame getStatus code: 1005"));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void aViolationIsClosedWith1002AndNamed(byte[] frame, String detail) throws Exception {
    assertThat(closedAfter(1002, frame, frame(FINAL | TEXT, 'x')).detail()).isEqualTo(detail);
  }

  @Test
  void textThatIsNotUtf8IsClosedWith1007() throws Exception {
    assertThat(closedAfter(1007, frame(FINAL | TEXT, 'a', 0xc3)).detail())
        .isEqualTo("a text message that is not UTF-8");
  }

  @Test
  void aFrameOverTheLimitIsClosedWith1009WithoutWaitingForItsBytes() throws Exception {
    byte[] announced = {(byte) (FINAL | BINARY), 127, 0, 0, 0, 0, 0x7f, 0, 0, 0, 1, 2, 3};

    assertThat(closedAfter(1009, announced).detail())
        .isEqualTo("a message longer than 16777216 bytes");
  }

  @Test
  void fragmentsOverTheLimitAreClosedWith1009() throws Exception {
    sockets = sockets(taking(1_000, false));
    byte[] most = RawSocketServer.frame(TEXT, "x".repeat(999).getBytes(StandardCharsets.UTF_8));

    assertThat(closedAfter(1009, most, frame(CONTINUATION, 'x', 'x')).detail())
        .isEqualTo("a message longer than 1000 bytes");
  }

  @Test
  void aMessageAtTheLimitIsTaken() throws Exception {
    sockets = sockets(taking(1_000, false));
    serve(
        peer -> {
          peer.upgrade();
          peer.frame(TEXT, new byte[999]);
          peer.frame(FINAL | CONTINUATION, new byte[1]);
          peer.frame(FINAL | BINARY, new byte[1_000]);
          peer.closeProperly(1000, "");
        });

    Seen seen = open(call());

    assertThat(seen.closed().code()).isEqualTo(1000);
    assertThat(seen.messages()).extracting(m -> m.payload().length).containsExactly(1_000, 1_000);
  }

  @Test
  void deflateIsOfferedOnlyOnRequest() throws Exception {
    serve(
        peer -> {
          peer.upgrade();
          peer.closeProperly(1000, "");
        });

    open(call()).closed();
    sockets = sockets(taking(1_000, true));
    Seen refused = open(call());
    refused.closed();

    assertThat(server.requests.get(0)).doesNotContain("Sec-WebSocket-Extensions");
    assertThat(server.requests.get(1))
        .contains("\r\nSec-WebSocket-Extensions: permessage-deflate\r\n");
    assertThat(refused.opened().handshake().deflate()).isFalse();
  }

  @Test
  void anAgreedCompressionIsUndoneAndUsed() throws Exception {
    sockets = sockets(taking(100_000, true));
    String words = "all work and no play ".repeat(400);
    byte[] deflated = deflated(words.getBytes(StandardCharsets.UTF_8));
    CompletableFuture<RawSocketServer.Frame> sent = new CompletableFuture<>();
    serve(
        peer -> {
          peer.upgrade("Sec-WebSocket-Extensions: permessage-deflate");
          peer.frame(FINAL | RSV1 | TEXT, deflated);
          peer.text("plain");
          sent.complete(peer.read());
          peer.closeProperly(1000, "");
        });

    Seen seen = open(call());
    seen.opened();
    seen.onLoop(link -> link.text(words.getBytes(StandardCharsets.UTF_8)));
    seen.closed();

    assertThat(seen.opened().handshake().deflate()).isTrue();
    assertThat(seen.texts()).containsExactly(words, "plain");
    assertThat(sent.join().payload()).hasSizeLessThan(1_000);
  }

  @Test
  void aMessageThatInflatesBeyondTheLimitIsClosedWith1009() throws Exception {
    sockets = sockets(taking(100_000, true));
    byte[] bomb = deflated(new byte[10_000_000]);
    assertThat(bomb).hasSizeLessThan(20_000);
    CompletableFuture<RawSocketServer.Frame> ours = new CompletableFuture<>();
    serve(
        peer -> {
          peer.upgrade("Sec-WebSocket-Extensions: permessage-deflate");
          peer.frame(FINAL | RSV1 | BINARY, bomb);
          ours.complete(peer.read());
        });

    SocketEvent.Closed closed = open(call()).closed();

    assertThat(closed.by()).isEqualTo(Closer.US);
    assertThat(closed.code()).isEqualTo(1009);
    assertThat(closed.detail()).isEqualTo("a message longer than 100000 bytes");
    assertThat(ours.join().payload()).isEqualTo(RawSocketServer.closing(1009, ""));
  }

  /** As the extension has it: without a zlib head, and without the empty block at the end. */
  private static byte[] deflated(byte[] plain) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(6, true), true);
    out.write(plain);
    out.flush();
    byte[] all = bytes.toByteArray();
    return Arrays.copyOf(all, all.length - 4);
  }
}
