package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulator answers to handshakes and frames that are wrong. */
final class ProtocolIT {
  private static LiveSimulator live;

  @BeforeAll
  static void start() {
    live = new LiveSimulator(SimulatorConfig.defaults());
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-WebSocket-Key,,400",
    "Sec-WebSocket-Key,abc,400",
    "Sec-WebSocket-Version,,400",
    "Sec-WebSocket-Version,8,426",
    "Sec-WebSocket-Version,99,426",
    "Connection,,400",
    "Connection,close,400",
    "Upgrade,,426",
    "Upgrade,tls,426"
  })
  void wrongHandshakes(String name, String value, int status) throws IOException {
    Map<String, String> headers = RawUpgrade.headers();
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
    String request = RawUpgrade.request("GET", "/echo", headers);
    try (Socket socket = RawUpgrade.send(live.simulator.port(), request)) {
      String head = RawUpgrade.head(socket);
      assertThat(head).startsWith("HTTP/1.1 " + status + " ");
      assertThat(head.contains("Sec-WebSocket-Version: 13"))
          .isEqualTo(status == 426 && name.equals("Sec-WebSocket-Version"));
    }
  }

  @Test
  void aPostIsNoHandshake() throws IOException {
    String request = RawUpgrade.request("POST", "/echo", RawUpgrade.headers());
    try (Socket socket = RawUpgrade.send(live.simulator.port(), request)) {
      assertThat(RawUpgrade.head(socket)).startsWith("HTTP/1.1 405 ").contains("Allow: GET");
    }
  }

  private static byte[] frame(int first, boolean mask, byte... payload) {
    ByteBuffer bytes = ByteBuffer.allocate(payload.length + 14);
    bytes.put((byte) first);
    int masked = mask ? 0x80 : 0;
    if (payload.length < 126) {
      bytes.put((byte) (masked | payload.length));
    } else if (payload.length < 65_536) {
      bytes.put((byte) (masked | 126)).putShort((short) payload.length);
    } else {
      bytes.put((byte) (masked | 127)).putLong(payload.length);
    }
    if (mask) {
      bytes.putInt(0); // a mask of zeros changes nothing
    }
    bytes.put(payload);
    byte[] done = new byte[bytes.position()];
    bytes.flip().get(done);
    return done;
  }

  private static void closes(int code, byte[]... frames) throws IOException {
    try (Socket socket = RawUpgrade.open(live.simulator.port(), "/echo")) {
      for (byte[] frame : frames) {
        socket.getOutputStream().write(frame);
      }
      String end = "\u0088\u0002" + (char) (code >> 8) + (char) (code & 255);
      assertThat(RawUpgrade.rest(socket)).isEqualTo(end);
    }
    SocketRecord last = newest();
    assertThat(last.closeCode()).hasValue(code);
    assertThat(last.endedBy()).contains(SocketEnder.SERVER);
  }

  private static SocketRecord newest() {
    long end = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < end) {
      var latest = live.truth().sockets().latest();
      if (latest.get(latest.size() - 1).closedNanos().isPresent()) {
        return latest.get(latest.size() - 1);
      }
    }
    throw new AssertionError("the socket does not end");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x83, 0x8b, 0xc1, 0x80})
  void reservedOpcodesBitsAndLostBeginningsAre1002(int first) throws IOException {
    closes(1002, frame(first, true, (byte) 'x'));
  }

  @Test
  void unmaskedFramesAre1002() throws IOException {
    closes(1002, frame(0x81, false, (byte) 'x'));
  }

  @Test
  void invalidUtf8Is1007AlsoAcrossFrames() throws IOException {
    closes(1007, frame(0x81, true, (byte) 0xc3, (byte) 0x28));
    closes(1007, frame(0x01, true, (byte) 0xe2), frame(0x80, true, (byte) '('));
  }

  @Test
  void framesAndMessagesBeyondTheLimitsAre1009() throws IOException {
    closes(1009, frame(0x82, true, new byte[65_537]));
    byte[][] many = new byte[17][];
    for (int i = 0; i < many.length; i++) {
      many[i] = frame(i == 0 ? 0x02 : 0x00, true, new byte[65_536]);
    }
    closes(1009, many);
  }
}
