package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stress.measure.ErrorKind;

/** TLS of sockets, bare connections and requests against certificates of several kinds. */
class SocketTlsIT extends SocketsFixture {
  private static Optional<Path> file(String name) {
    return Optional.of(Path.of("src/test/resources/tls", name));
  }

  private static Tls trusting(String ca) {
    return Tls.of(file(ca), Optional.empty(), Optional.empty(), false);
  }

  private static Tls insecure() {
    return Tls.of(Optional.empty(), Optional.empty(), Optional.empty(), true);
  }

  /** Serves with that certificate; takes the upgrade and closes. */
  private void serve(String certificate, boolean demanding) throws Exception {
    serve(certificate, demanding, "TLSv1.3");
  }

  private void serve(String certificate, boolean demanding, String version) throws Exception {
    SSLServerSocket listening =
        (SSLServerSocket)
            context(certificate)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    listening.setNeedClientAuth(demanding);
    listening.setEnabledProtocols(new String[] {version});
    server =
        new RawSocketServer(
            listening,
            peer -> {
              String request;
              try {
                ((SSLSocket) peer.socket).startHandshake();
                request = peer.request();
              } catch (java.io.IOException refused) {
                return; // by the client
              }
              if (request.startsWith("GET /plain")) {
                peer.write(RawServer.OK);
                return;
              }
              peer.write(peer.switching(request));
              if (request.startsWith("GET /cut")) {
                return;
              }
              peer.text("hello");
              peer.closeProperly(1000, "");
            });
  }

  private static SSLContext context(String certificate) throws Exception {
    Tls own =
        Tls.of(Optional.empty(), file(certificate + ".pem"), file(certificate + "-key.pem"), false);
    KeyStore store = own.identity().orElseThrow();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, Tls.password().toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        keys.getKeyManagers(),
        new TrustManager[] {trusting("ca.pem").trustManager().orElseThrow()},
        null);
    return context;
  }

  private Seen open(Tls tls, String host) {
    sockets = new VertxSockets(vertx, clock, SocketSettings.usual(), tls);
    String url = "wss://" + host + ":" + server.port() + "/";
    return open(new SocketCall(url, Map.of(), List.of(), List.of(), LONG));
  }

  private void fails(Seen seen, String detail) throws Exception {
    SocketEvent.Failed failed = seen.failed();
    assertThat(failed.kind()).isEqualTo(ErrorKind.TLS);
    assertThat(failed.detail()).isEqualTo(detail);
    assertThat(failed.answer()).isEmpty();
  }

  @Test
  void aSelfSignedCertificateIsRefusedAndSaidToBeNotTrusted() throws Exception {
    serve("self-signed", false);

    fails(
        open(Tls.usual(), "localhost"),
        "the certificate is not trusted (self-signed or an unknown authority)");
  }

  @Test
  void anUnknownAuthorityIsNotTrusted() throws Exception {
    serve("server", false);

    fails(
        open(trusting("self-signed.pem"), "localhost"),
        "the certificate is not trusted (self-signed or an unknown authority)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void aCertificateOfAnAddedAuthorityIsTrusted(String host) throws Exception {
    serve("server", false);

    Seen seen = open(trusting("ca.pem"), host);

    assertThat(seen.closed().code()).isEqualTo(1000);
    assertThat(seen.texts()).containsExactly("hello");
    Handshake handshake = seen.opened().handshake();
    assertThat(handshake.resolved().isPresent()).isEqualTo(host.equals("localhost"));
    assertThat(
            List.of(
                handshake.dialled(),
                handshake.resolved().orElse(handshake.dialled()),
                handshake.connected(),
                handshake.secured().orElseThrow(),
                handshake.upgraded()))
        .isSorted();
  }

  @Test
  void aSelfSignedCertificateThatIsAddedIsTrusted() throws Exception {
    serve("self-signed", false);

    assertThat(open(trusting("self-signed.pem"), "localhost").closed().code()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void aCertificateForAnotherHostIsRefused(String host) throws Exception {
    serve("elsewhere", false);

    fails(open(trusting("ca.pem"), host), "the certificate is for another host");
  }

  @Test
  void insecureTakesAnything() throws Exception {
    serve("elsewhere", false);

    assertThat(open(insecure(), "localhost").closed().code()).isEqualTo(1000);
  }

  @Test
  void aDemandedClientCertificateThatIsNotGivenFails() throws Exception {
    serve("server", true);

    // The JDK's server says bad_certificate of none, others say certificate_required.
    fails(
        open(trusting("ca.pem"), "localhost"),
        "the target refuses our client certificate, or demands one");
  }

  @Test
  void aDemandedClientCertificateIsGiven() throws Exception {
    serve("server", true);
    Tls tls = Tls.of(file("ca.pem"), file("client-ec.pem"), file("client-ec-sec1-key.pem"), false);

    assertThat(open(tls, "localhost").closed().code()).isEqualTo(1000);
  }

  @Test
  void aClientCertificateThatTheTargetDoesNotTrustIsRefused() throws Exception {
    serve("server", true, "TLSv1.2");
    Tls tls = Tls.of(file("ca.pem"), file("self-signed.pem"), file("self-signed-key.pem"), false);

    assertThat(open(tls, "localhost").failed().kind()).isEqualTo(ErrorKind.TLS);
  }

  @Test
  void aTargetWithoutTlsIsSaidToSpeakNone() throws Exception {
    server =
        new RawSocketServer(
            new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")),
            peer -> {
              peer.socket.getInputStream().read();
              peer.write("HTTP/1.1 400 Bad Request\r\n\r\n");
              peer.awaitEnd();
            });

    fails(open(Tls.usual(), "localhost"), "the target does not speak TLS at this port");
  }

  @Test
  void aCutInTheMiddleOfATlsConnectionIs1006() throws Exception {
    serve("server", false);
    sockets = new VertxSockets(vertx, clock, SocketSettings.usual(), trusting("ca.pem"));
    String url = "wss://localhost:" + server.port() + "/cut";

    SocketEvent.Closed closed =
        open(new SocketCall(url, Map.of(), List.of(), List.of(), LONG)).closed();

    assertThat(closed.code()).isEqualTo(1006);
  }

  @Test
  void requestsUseTheSameTrustAndSayTheSame() throws Exception {
    serve("server", true);
    Tls both = Tls.of(file("ca.pem"), file("client.pem"), file("client-pkcs1-key.pem"), false);

    assertThat(request(both)).isInstanceOf(HttpOutcome.Answered.class);
    assertThat(request(Tls.usual()))
        .isInstanceOfSatisfying(
            HttpOutcome.Broken.class,
            broken -> {
              assertThat(broken.kind()).isEqualTo(ErrorKind.TLS);
              assertThat(broken.detail())
                  .isEqualTo(
                      "the certificate is not trusted (self-signed or an unknown authority)");
            });
  }

  private HttpOutcome request(Tls tls) throws Exception {
    VertxHttp http = new VertxHttp(vertx, clock, 1, Duration.ofSeconds(5), tls);
    CompletableFuture<HttpOutcome> outcome = new CompletableFuture<>();
    HttpCall call =
        new HttpCall(
            "GET",
            "https://localhost:" + server.port() + "/plain",
            Map.of(),
            Optional.empty(),
            new byte[0],
            LONG);
    loop.runOnContext(now -> http.send(call).subscribe().with(outcome::complete));
    HttpOutcome came = outcome.get(30, TimeUnit.SECONDS);
    http.close();
    return came;
  }
}
