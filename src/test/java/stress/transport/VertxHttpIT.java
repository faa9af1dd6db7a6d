package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import stress.clock.NanoClock;
import stress.measure.ErrorKind;

/** Vert.x's client against a server that answers byte for byte what a test says. */
@Timeout(60)
class VertxHttpIT {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final NanoClock clock = NanoClock.system();
  private Vertx vertx;
  private Context loop;
  private RawServer server;
  private VertxHttp http;

  @BeforeEach
  void begin() throws Exception {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(1));
    loop = vertx.getOrCreateContext();
    server = new RawServer();
    http = new VertxHttp(vertx, clock, 8, Duration.ofSeconds(5), Tls.usual());
  }

  @AfterEach
  void end() throws Exception {
    server.close();
    http.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private HttpCall get(String path, Duration timeout) {
    return new HttpCall(
        "GET", server.url() + path, Map.of(), Optional.empty(), new byte[0], timeout);
  }

  private HttpCall post(String path, String body, Duration timeout) {
    return new HttpCall(
        "POST",
        server.url() + path,
        Map.of("X-Run", "r1"),
        Optional.of("application/json"),
        body.getBytes(StandardCharsets.UTF_8),
        timeout);
  }

  private CompletableFuture<HttpOutcome> begin(HttpCall call) {
    CompletableFuture<HttpOutcome> outcome = new CompletableFuture<>();
    loop.runOnContext(
        now -> http.send(call).subscribe().with(outcome::complete, outcome::completeExceptionally));
    return outcome;
  }

  private void turnOfTheLoop() throws Exception {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    loop.runOnContext(turn::complete);
    turn.get(20, TimeUnit.SECONDS);
  }

  private HttpOutcome send(HttpCall call) throws Exception {
    return begin(call).get(40, TimeUnit.SECONDS);
  }

  private HttpOutcome.Broken broken(HttpCall call) throws Exception {
    return (HttpOutcome.Broken) send(call);
  }

  private HttpOutcome.Answered answered(HttpCall call) throws Exception {
    return (HttpOutcome.Answered) send(call);
  }

  @Test
  void anAnswerComesWithStatusBodyAndItsHeadersInLowerCase() throws Exception {
    server.answer =
        request ->
            "HTTP/1.1 503 Busy\r\nRETRY-After: 3\r\nX-Twice: first\r\nx-twice: second\r\n"
                + "Content-Length: 4\r\n\r\nbusy";
    long before = clock.nanos();

    HttpOutcome.Answered answer = answered(get("/a%2Fb?x=1", LONG));

    long after = clock.nanos();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).asString().isEqualTo("busy");
    assertThat(answer.headers())
        .containsEntry("retry-after", "3")
        .containsEntry("x-twice", "first")
        .containsEntry("content-length", "4")
        .hasSize(3);
    assertThat(answer.header("Content-Type")).isEmpty();
    assertThat(answer.header("Retry-AFTER")).contains("3");
    assertThat(List.of(before, answer.started(), answer.ended(), after)).isSorted();
    assertThat(server.requests).hasSize(1);
    assertThat(server.requests.get(0)).startsWith("GET /a%2Fb?x=1 HTTP/1.1\r\n");
  }

  @Test
  void aRequestCarriesItsHeadersItsTypeAndItsBody() throws Exception {
    answered(post("/jobs", "{\"a\":\"ä\"}", LONG));

    String request = server.requests.get(0);
    assertThat(request.toLowerCase(java.util.Locale.ROOT))
        .startsWith("post /jobs http/1.1\r\n")
        .contains("x-run: r1\r\n", "content-type: application/json\r\n", "content-length: 10\r\n")
        .doesNotContain("accept-encoding", "transfer-encoding");
    assertThat(request).endsWith("\r\n\r\n{\"a\":\"ä\"}");
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() throws Exception {
    server.answer =
        request ->
            "HTTP/1.1 302 Found\r\nLocation: " + server.url() + "/b\r\nContent-Length: 0\r\n\r\n";

    assertThat(answered(get("/a", LONG)).status()).isEqualTo(302);
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void aCodedBodyComesAsItIs() throws Exception {
    server.answer =
        request -> "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nxx";

    HttpOutcome.Answered answer = answered(get("/a", LONG));

    assertThat(answer.body()).asString().isEqualTo("xx");
    assertThat(answer.header("content-encoding")).contains("gzip");
  }

  @Test
  void anAnswerWithoutABodyIsComplete() throws Exception {
    server.answer = request -> "HTTP/1.1 204 No Content\r\n\r\n";

    assertThat(answered(get("/a", LONG)).body()).isEmpty();
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUpAndMayHaveSeenTheRequest() throws Exception {
    server.answer = request -> "";

    HttpOutcome.Broken broken = broken(post("/jobs", "{}", SHORT));

    assertThat(broken.kind()).isEqualTo(ErrorKind.REQUEST_TIMEOUT);
    assertThat(broken.sent()).isTrue();
    assertThat(broken.ended() - broken.started()).isGreaterThanOrEqualTo(SHORT.toNanos());
    server.closedByClient.get(20, TimeUnit.SECONDS);
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void anAnswerThatDoesNotEndIsGivenUp() throws Exception {
    server.answer = request -> "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf";

    HttpOutcome.Broken broken = broken(get("/a", SHORT));

    assertThat(broken.kind()).isEqualTo(ErrorKind.REQUEST_TIMEOUT);
    assertThat(broken.sent()).isTrue();
  }

  @Test
  void aRefusedConnectionMeansThatNothingWasSent() throws Exception {
    String nobody;
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      nobody = "http://127.0.0.1:" + port.getLocalPort() + "/jobs";
    }

    HttpOutcome.Broken broken =
        broken(new HttpCall("POST", nobody, Map.of(), Optional.empty(), new byte[0], LONG));

    assertThat(broken.kind()).isEqualTo(ErrorKind.CONNECTION_REFUSED);
    assertThat(broken.sent()).isFalse();
    assertThat(broken.detail()).isEmpty();
    assertThat(broken.started()).isLessThanOrEqualTo(broken.ended());
  }

  @Test
  void aServerThatClosesAfterReadingMayHaveSeenTheRequestAndGetsItOnce() throws Exception {
    server.answer = request -> RawServer.CLOSE;

    HttpOutcome.Broken broken = broken(post("/jobs", "{}", LONG));

    assertThat(broken.kind()).isEqualTo(ErrorKind.CONNECTION_LOST);
    assertThat(broken.sent()).isTrue();
    assertThat(server.requests).hasSize(1);
    assertThat(server.connections).hasValue(1);
  }

  @Test
  void aServerThatClosesWithinItsAnswerLosesTheConnection() throws Exception {
    server.answer =
        request -> "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf" + RawServer.CLOSE;

    HttpOutcome.Broken broken = broken(post("/jobs", "{}", LONG));

    assertThat(broken.kind()).isEqualTo(ErrorKind.CONNECTION_LOST);
    assertThat(broken.sent()).isTrue();
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void aConnectionIsUsedAgain() throws Exception {
    answered(get("/a", LONG));
    answered(get("/b", LONG));

    assertThat(server.requests).hasSize(2);
    assertThat(server.connections).hasValue(1);
  }

  @Test
  void afterAnIdleConnectionWasClosedTheNextRequestIsFine() throws Exception {
    answered(get("/a", LONG));
    server.hangUp();
    turnOfTheLoop(); // which has closed its end, and takes it out of the pool right after

    HttpOutcome.Answered answer = answered(post("/jobs", "{}", LONG));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(server.requests).hasSize(2);
    assertThat(server.connections).hasValue(2);
  }

  @Test
  void aSubmissionIsNeverSentTwiceThoughItsKeptConnectionBreaks() throws Exception {
    answered(get("/warm-up", LONG));
    server.answer = request -> RawServer.CLOSE;
    int submissions = 20;

    List<HttpOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < submissions; i++) {
      outcomes.add(send(post("/jobs", "{\"n\":" + i + "}", LONG)));
    }

    assertThat(outcomes)
        .allSatisfy(
            outcome ->
                assertThat(outcome)
                    .isInstanceOfSatisfying(
                        HttpOutcome.Broken.class,
                        broken -> {
                          assertThat(broken.kind()).isEqualTo(ErrorKind.CONNECTION_LOST);
                          assertThat(broken.sent()).isTrue();
                        }));
    assertThat(server.requests).filteredOn(r -> r.startsWith("POST")).hasSize(submissions);
  }

  @Test
  void waitingForAConnectionIsNotSending() throws Exception {
    http.close();
    http = new VertxHttp(vertx, clock, 1, Duration.ofSeconds(5), Tls.usual());
    server.answer = request -> "";
    CompletableFuture<HttpOutcome> first = begin(get("/slow", LONG));
    server.firstRequest.get(20, TimeUnit.SECONDS);

    HttpOutcome.Broken waiting = broken(post("/jobs", "{}", SHORT));

    assertThat(waiting.sent()).isFalse();
    assertThat(waiting.kind()).isEqualTo(ErrorKind.CONNECT_TIMEOUT);
    server.write(RawServer.OK);
    assertThat(((HttpOutcome.Answered) first.get(20, TimeUnit.SECONDS)).status()).isEqualTo(200);
    server.answer = request -> RawServer.OK;
    assertThat(answered(get("/next", LONG)).status()).isEqualTo(200);
    assertThat(server.requests).hasSize(2).noneMatch(request -> request.startsWith("POST"));
  }

  @Test
  void aBodyBeyondTheLimitIsGivenUp() throws Exception {
    server.answer =
        request -> "HTTP/1.1 200 OK\r\nContent-Length: 16777217\r\n\r\n" + "x".repeat(16_777_217);

    HttpOutcome.Broken broken = broken(get("/big", LONG));

    assertThat(broken.kind()).isEqualTo(ErrorKind.BODY_TOO_LARGE);
    assertThat(broken.detail()).isEqualTo("more than 16 MiB");
    assertThat(broken.sent()).isTrue();
    server.closedByClient.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aBodyAtTheLimitIsTaken() throws Exception {
    server.answer =
        request -> "HTTP/1.1 200 OK\r\nContent-Length: 16777216\r\n\r\n" + "x".repeat(16_777_216);

    assertThat(answered(get("/big", LONG)).body()).hasSize(16_777_216);
  }

  @Test
  void cancellingAbortsTheExchange() throws Exception {
    server.answer = request -> "";
    CompletableFuture<HttpOutcome> outcome = new CompletableFuture<>();
    CompletableFuture<Runnable> cancel = new CompletableFuture<>();
    loop.runOnContext(
        now ->
            cancel.complete(
                http.send(get("/slow", LONG)).subscribe().with(outcome::complete)::cancel));
    server.firstRequest.get(20, TimeUnit.SECONDS);

    loop.runOnContext(now -> cancel.join().run());

    server.closedByClient.get(20, TimeUnit.SECONDS);
    assertThat(outcome).isNotDone();
  }

  @Test
  void whatCannotBeAskedForIsAFailureLikeAnyOther() throws Exception {
    HttpCall wrong = new HttpCall("GET", "nonsense", Map.of(), Optional.empty(), new byte[0], LONG);

    HttpOutcome.Broken broken = broken(wrong);

    assertThat(broken.kind()).isEqualTo(ErrorKind.OTHER);
    assertThat(broken.sent()).isFalse();
  }

  @Test
  void anAnswerThatIsNotHttpBreaksTheExchange() throws Exception {
    server.answer = request -> "SSH-2.0-OpenSSH\r\n\r\n";

    HttpOutcome.Broken broken = broken(get("/a", LONG));

    assertThat(broken.sent()).isTrue();
    assertThat(server.requests).hasSize(1);
  }
}
