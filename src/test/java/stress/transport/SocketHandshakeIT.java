package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stress.measure.ErrorKind;

/** The ways in which an upgrade succeeds, is refused, and fails. */
class SocketHandshakeIT extends SocketsFixture {
  private void answering(String answer) throws Exception {
    serve(
        peer -> {
          peer.request();
          peer.write(answer);
          peer.awaitEnd();
        });
  }

  private SocketEvent.Failed failed() throws Exception {
    return open(call()).failed();
  }

  private SocketCall call(Map<String, String> headers, String... subprotocols) {
    return new SocketCall(server.url("/"), headers, List.of(subprotocols), List.of(), LONG);
  }

  private static SocketSettings with(boolean deflate, boolean redirects) {
    return new SocketSettings(1_000, deflate, redirects, List.of(), Duration.ofSeconds(5));
  }

  @Test
  void theRequestCarriesWhatWasAskedForAndThePhasesAreInOrder() throws Exception {
    serve(
        peer -> {
          peer.upgrade("Sec-WebSocket-Protocol: b");
          peer.closeProperly(1000, "");
        });
    SocketCall call =
        new SocketCall(
            server.url("/a%2Fb/?x=1&y=%20"),
            Map.of("Origin", "https://example.org", "Authorization", "Bearer t"),
            List.of("a", "b"),
            List.of(),
            LONG);
    long before = clock.nanos();

    Seen seen = open(call);
    seen.closed();

    Handshake handshake = seen.opened().handshake();
    assertThat(handshake.subprotocol()).contains("b");
    assertThat(handshake.address()).isEqualTo("127.0.0.1");
    assertThat(handshake.resolved()).isEmpty();
    assertThat(handshake.secured()).isEmpty();
    assertThat(handshake.deflate()).isFalse();
    assertThat(handshake.redirects()).isZero();
    assertThat(List.of(before, handshake.dialled(), handshake.connected(), handshake.upgraded()))
        .isSorted();
    assertThat(seen.opened().at()).isEqualTo(handshake.upgraded());
    String request = server.requests.get(0);
    assertThat(request).startsWith("GET /a%2Fb/?x=1&y=%20 HTTP/1.1\r\n").endsWith("\r\n\r\n");
    assertThat(request.split("\r\n"))
        .contains(
            "Host: 127.0.0.1:" + server.port(),
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Protocol: a, b",
            "Origin: https://example.org",
            "Authorization: Bearer t")
        .hasSize(9);
  }

  @Test
  void aNameIsResolvedAndStaysInTheHostHeader() throws Exception {
    serve(
        peer -> {
          peer.upgrade();
          peer.closeProperly(1000, "");
        });
    String url = "ws://localhost:" + server.port();

    Seen seen = open(new SocketCall(url, Map.of(), List.of(), List.of(), LONG));
    seen.closed();

    assertThat(seen.opened().handshake().resolved()).isPresent();
    assertThat(seen.opened().handshake().address()).isEqualTo("127.0.0.1");
    assertThat(server.requests.get(0))
        .startsWith("GET / HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n");
  }

  @Test
  void anUnknownNameIsDns() throws Exception {
    SocketCall call =
        new SocketCall("ws://no-such-host.invalid/", Map.of(), List.of(), List.of(), LONG);

    assertThat(open(call).failed().kind()).isEqualTo(ErrorKind.DNS);
  }

  @Test
  void localAddressesAreUsedInTurn() throws Exception {
    List<String> from = new java.util.concurrent.CopyOnWriteArrayList<>();
    serve(
        peer -> {
          from.add(peer.socket.getInetAddress().getHostAddress());
          peer.upgrade();
          peer.closeProperly(1000, "");
        });
    sockets =
        sockets(
            new SocketSettings(
                1_000, false, false, List.of("127.0.0.2", "127.0.0.3"), Duration.ofSeconds(5)));

    for (int i = 0; i < 4; i++) {
      open(call()).closed();
    }

    assertThat(from).containsExactly("127.0.0.2", "127.0.0.3", "127.0.0.2", "127.0.0.3");
  }

  @Test
  void aLocalAddressThatIsNotOursIsTheGeneratorsError() throws Exception {
    answering("");
    sockets =
        sockets(
            new SocketSettings(1_000, false, false, List.of("192.0.2.1"), Duration.ofSeconds(5)));

    assertThat(failed().kind()).isEqualTo(ErrorKind.PORTS);
  }

  @ParameterizedTest
  @CsvSource({"403, ''", "404, ''", "429, 7", "503, 120"})
  void aRefusalIsToldWithItsStatusItsBodyAndRetryAfter(int status, String retryAfter)
      throws Exception {
    String wait = retryAfter.isEmpty() ? "" : "Retry-After: " + retryAfter + "\r\n";
    answering(
        "HTTP/1.1 " + status + " No\r\n" + wait + "Content-Length: 300\r\n\r\n" + "n".repeat(300));

    SocketEvent.Failed failed = failed();

    assertThat(failed.kind()).isEqualTo(ErrorKind.UPGRADE_REFUSED);
    assertThat(failed.status()).hasValue(status);
    Refusal refusal = failed.answer().orElseThrow();
    assertThat(refusal.body()).isEqualTo("n".repeat(200));
    assertThat(refusal.location()).isEmpty();
    assertThat(refusal.retryAfter())
        .isEqualTo(
            retryAfter.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter))));
    assertThat(failed.dialled()).isLessThanOrEqualTo(failed.at());
  }

  @Test
  void retryAfterMayBeADateAndABodyMayBeChunkedOrEndWithTheConnection() throws Exception {
    serve(
        peer -> {
          boolean chunked = peer.request().startsWith("GET /chunked ");
          peer.write(
              "HTTP/1.1 503 Busy\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                  + "Retry-After: Sun, 06 Nov 1994 08:50:07 GMT\r\n"
                  + (chunked
                      ? "Transfer-Encoding: chunked\r\n\r\n3\r\nful\r\n1\r\nl\r\n0\r\n\r\n"
                      : "\r\nfull"));
          if (chunked) {
            peer.awaitEnd();
          }
        });

    for (String path : List.of("/chunked", "/end")) {
      Refusal refusal = open(call(path)).failed().answer().orElseThrow();
      assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(30));
      assertThat(refusal.body()).isEqualTo("full");
    }
  }

  @Test
  void aRefusalWhoseBodyDoesNotEndIsStillARefusal() throws Exception {
    answering("HTTP/1.1 403 No\r\nContent-Length: 9\r\n\r\nhalf");
    SocketCall call =
        new SocketCall(server.url("/"), Map.of(), List.of(), List.of(), Duration.ofMillis(300));

    SocketEvent.Failed failed = open(call).failed();

    assertThat(failed.status()).hasValue(403);
    assertThat(failed.answer().orElseThrow().body()).isEqualTo("half");
  }

  @Test
  void aRedirectIsShownWithoutItsSecretsAndNotFollowed() throws Exception {
    answering(
        "HTTP/1.1 302 Found\r\nLocation: wss://u:p@h.example/x?token=abc&a=1\r\n"
            + "Content-Length: 0\r\n\r\n");

    SocketEvent.Failed failed = failed();

    assertThat(failed.kind()).isEqualTo(ErrorKind.STATUS_REDIRECT);
    assertThat(failed.status()).hasValue(302);
    assertThat(failed.answer().orElseThrow().location())
        .contains("wss://…@h.example/x?token=…&a=1");
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void redirectsAreFollowedOnRequestAndCredentialsStayOnTheirHost() throws Exception {
    sockets = sockets(with(false, true));
    try (RawSocketServer other =
        new RawSocketServer(
            new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")),
            peer -> {
              peer.upgrade();
              peer.closeProperly(1000, "");
            })) {
      serve(
          peer -> {
            boolean first = peer.request().startsWith("GET /a/b ");
            String to = first ? "c?x=1" : "http://127.0.0.1:" + other.port() + "/end";
            peer.write("HTTP/1.1 307 There\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n");
          });
      SocketCall call =
          new SocketCall(
              server.url("/a/b"),
              Map.of("Authorization", "Bearer t", "Cookie", "c=1", "X-Key", "k"),
              List.of(),
              List.of(),
              LONG);

      Seen seen = open(call);
      seen.closed();

      assertThat(seen.opened().handshake().redirects()).isEqualTo(2);
      assertThat(server.requests.get(1))
          .startsWith("GET /a/c?x=1 HTTP/1.1\r\n")
          .contains("Authorization: Bearer t\r\n", "Cookie: c=1\r\n", "X-Key: k\r\n");
      assertThat(other.requests.get(0))
          .startsWith("GET /end HTTP/1.1\r\nHost: 127.0.0.1:" + other.port() + "\r\n")
          .doesNotContain("Authorization", "Cookie", "X-Key");
    }
  }

  @Test
  void aCircleOfRedirectsEndsAfterFive() throws Exception {
    sockets = sockets(with(false, true));
    answering("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");

    SocketEvent.Failed failed = failed();

    assertThat(failed.kind()).isEqualTo(ErrorKind.STATUS_REDIRECT);
    assertThat(failed.detail()).isEqualTo("more than 5 redirects");
    assertThat(server.requests).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Upgrade: websocket;Connection: Upgrade;Sec-WebSocket-Accept: AAAA"
            + "|101 with a Sec-WebSocket-Accept that does not belong to our key",
        "Upgrade: websocket;Connection: Upgrade|101 without Sec-WebSocket-Accept",
        "Connection: Upgrade;Sec-WebSocket-Accept: AAAA|101 without 'Upgrade: websocket'",
        "Upgrade: websocket;Sec-WebSocket-Accept: AAAA|101 without 'Connection: Upgrade'"
      })
  void a101ThatDoesNotAgreeIsNoHandshake(String headers, String detail) throws Exception {
    answering("HTTP/1.1 101 Yes\r\n" + headers.replace(";", "\r\n") + "\r\n\r\n");

    SocketEvent.Failed failed = failed();

    assertThat(failed.kind()).isEqualTo(ErrorKind.HANDSHAKE_INVALID);
    assertThat(failed.detail()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sec-WebSocket-Protocol: z|101 with a subprotocol that was not asked for: z",
        "Sec-WebSocket-Extensions: permessage-deflate"
            + "|101 with an extension that was not offered: permessage-deflate"
      })
  void whatWasNotAskedForIsNoHandshake(String header, String detail) throws Exception {
    serve(
        peer -> {
          peer.upgrade(header);
          peer.awaitEnd();
        });

    SocketEvent.Failed failed = open(call(Map.of(), "a")).failed();

    assertThat(failed.kind()).isEqualTo(ErrorKind.HANDSHAKE_INVALID);
    assertThat(failed.detail()).isEqualTo(detail);
  }

  @Test
  void noneOfTheAskedSubprotocolsIsFine() throws Exception {
    serve(
        peer -> {
          peer.upgrade();
          peer.closeProperly(1000, "");
        });

    Seen seen = open(call(Map.of(), "a"));

    assertThat(seen.closed().code()).isEqualTo(1000);
    assertThat(seen.opened().handshake().subprotocol()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSH-2.0-OpenSSH\r\n\r\n", "garbage", "HTTP/x.y 101\r\n\r\n"})
  void anotherProtocolIsNoHandshake(String answer) throws Exception {
    answering(answer);

    SocketEvent.Failed failed = failed();

    assertThat(failed.kind()).isEqualTo(ErrorKind.HANDSHAKE_INVALID);
    assertThat(failed.detail()).isEqualTo("the answer is not HTTP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 101 Swi", "HTTP/1.1 101 Yes\r\nUpgrade: webso"})
  void anEndInTheMiddleOfTheAnswerLosesTheConnection(String answer) throws Exception {
    serve(
        peer -> {
          peer.request();
          peer.write(answer);
        });

    assertThat(failed().kind()).isEqualTo(ErrorKind.CONNECTION_LOST);
  }

  @Test
  void noAnswerInTimeIsGivenUpAndTheConnectionCut() throws Exception {
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    serve(
        peer -> {
          peer.request();
          end.complete(peer.awaitEnd());
        });
    Duration bound = Duration.ofMillis(300);

    SocketEvent.Failed failed =
        open(new SocketCall(server.url("/"), Map.of(), List.of(), List.of(), bound)).failed();

    assertThat(failed.kind()).isEqualTo(ErrorKind.REQUEST_TIMEOUT);
    assertThat(failed.at() - failed.dialled()).isGreaterThanOrEqualTo(bound.toNanos() - 1_000_000);
    end.get(30, TimeUnit.SECONDS);
  }

  @Test
  void nobodyListeningIsConnectionRefused() throws Exception {
    int port;
    try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = nobody.getLocalPort();
    }
    SocketCall call =
        new SocketCall("ws://127.0.0.1:" + port, Map.of(), List.of(), List.of(), LONG);

    assertThat(open(call).failed().kind()).isEqualTo(ErrorKind.CONNECTION_REFUSED);
  }

  @Test
  void aHeaderThatWouldBeginAnotherIsNotSent() throws Exception {
    answering("");

    SocketEvent.Failed failed = open(call(Map.of("X-A", "1\r\nX-B: 2"))).failed();

    assertThat(failed.kind()).isEqualTo(ErrorKind.OTHER);
    assertThat(failed.detail())
        .isEqualTo("the value of the header X-A: expected no line break or control character");
    assertThat(server.connections()).isZero();
  }

  @Test
  void cancellingBeforeTheAnswerCutsTheConnection() throws Exception {
    CompletableFuture<Void> asked = new CompletableFuture<>();
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    serve(
        peer -> {
          peer.request();
          asked.complete(null);
          end.complete(peer.awaitEnd());
        });

    Seen seen = open(call());
    asked.get(30, TimeUnit.SECONDS);
    seen.cancel();

    end.get(30, TimeUnit.SECONDS);
    assertThat(seen.events).isEmpty();
  }

  @Test
  void manyMoreThanDialAtOnceAllOpen() throws Exception {
    serve(
        peer -> {
          peer.upgrade();
          peer.closeProperly(1000, "");
        });

    List<Seen> all = java.util.stream.IntStream.range(0, 300).mapToObj(i -> open(call())).toList();

    for (Seen seen : all) {
      assertThat(seen.closed().code()).isEqualTo(1000);
    }
  }
}
