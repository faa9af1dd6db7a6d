package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stress.transport.SocketCall;

/** Requests character for character. */
final class RawHandshakeTest {
  private static RawHandshake of(String url, List<String> subprotocols, Map<String, String> more) {
    return RawHandshake.of(
        new SocketCall(url, more, subprotocols, List.of(), Duration.ofSeconds(1)));
  }

  @Test
  void isWhatAProperClientSends() {
    assertThat(of("wss://h/a/?q=%20", List.of("v1", "v2"), Map.of("X-Id", "7")).text())
        .isEqualTo(
            """
            GET /a/?q=%20 HTTP/1.1\r
            Host: h\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Protocol: v1, v2\r
            X-Id: 7\r
            \r
            """);
  }

  @Test
  void addressesWithoutPath() {
    assertThat(of("ws://[::1]:9000", List.of(), Map.of()).text())
        .startsWith("GET / HTTP/1.1\r\nHost: [::1]:9000\r\n");
    assertThat(of("ws://h?a=b", List.of(), Map.of()).text()).startsWith("GET /?a=b HTTP/1.1\r\n");
  }

  @Test
  void partsCanBeWrong() {
    RawHandshake good = of("ws://h/a", List.of(), Map.of("host", "other"));
    assertThat(good.without("sec-websocket-key", "Upgrade").with("sec-websocket-version", "12"))
        .extracting(RawHandshake::text)
        .isEqualTo(
            "GET /a HTTP/1.1\r\nHost: other\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 12\r\n\r\n");
    assertThat(new String(good.half(), StandardCharsets.ISO_8859_1))
        .isEqualTo(
            "GET /a HTTP/1.1\r\nHost: other\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebS");
    assertThat(good.at("/b").text()).startsWith("GET /b HTTP/1.1\r\nHost: other\r\n");
  }

  @Test
  void answersAreRead() {
    RawAnswer answer = RawAnswer.read("HTTP/1.1 426 Upgrade\r\nA-B:  c \r\na-b: d").orElseThrow();
    assertThat(answer.status()).isEqualTo(426);
    assertThat(answer.headers()).containsExactly(Map.entry("a-b", "c"));
    assertThat(answer.isUpgrade()).isFalse();
    assertThat(RawAnswer.read("SSH-2.0-x")).isEmpty();
    assertThat(RawAnswer.read("HTTP/1.1 200").orElseThrow().status()).isEqualTo(200);
  }
}
