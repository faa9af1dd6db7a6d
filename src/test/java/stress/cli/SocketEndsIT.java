package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stress.measure.Counter;
import stress.measure.End;
import stress.measure.ScenarioResult;

/** How socket runs end: exit codes, signals, failures of the target, nothing secret left behind. */
final class SocketEndsIT {
  private static String unused() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + socket.getLocalPort();
    }
  }

  @Test
  void nothingListeningForJobsAndSockets() throws IOException {
    Ran ran = Launch.of("ws", "--url", "ws://" + unused(), "--connections", "3").run();
    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).contains("never reached", "connection refused", "--wait-for-target");
    assertThat(ran.out()).contains("NOT REACHED (exit 5)").doesNotContain("NaN", "Exception");
  }

  @Test
  void nothingListeningForASocketAlone() throws IOException {
    Ran ran =
        Launch.of(
                "ws",
                "--url",
                "ws://" + unused() + "/x",
                "--contract",
                "none",
                "--ramp-up",
                "1",
                "--connections",
                "3",
                "--duration",
                "60")
            .run();
    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).contains("never reached", "connection refused");
    assertThat(ran.out()).contains("NOT REACHED (exit 5)").doesNotContain("NaN", "Exception");
  }

  @Test
  void refusalsAreTheTargetsFailuresAndCrossTheThreshold() {
    try (LiveTarget target = LiveTarget.withFaults("socket.refuse=503:50%")) {
      Ran ran =
          Launch.of(
                  "ws",
                  "--url",
                  target.url(),
                  "--connections",
                  "40",
                  "--ramp-up",
                  "1",
                  "--duration",
                  "1",
                  "--on-end",
                  "stop",
                  "--format",
                  "json")
              .run();
      assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
      ScenarioResult result = ran.scenario();
      long refused = target.truth().faults().get("socket.refuse");
      assertThat(result.count(Counter.CONNECTIONS_REFUSED)).isEqualTo(refused).isBetween(5L, 35L);
      assertThat(result.count(Counter.CONNECTIONS_OPENED)).isEqualTo(40 - refused);
      assertThat(result.errors())
          .anySatisfy(
              entry -> {
                assertThat(entry.signature().code()).hasValue(503);
                assertThat(entry.count()).isEqualTo(refused);
              });
    }
  }

  @Test
  void everyOneRefusedIsAFailWithoutNaN() {
    try (LiveTarget target = LiveTarget.withFaults("socket.refuse=403:100%")) {
      Ran ran =
          Launch.of("ws", "--url", target.url(), "--connections", "5", "--ramp-up", "0").run();
      assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
      assertThat(ran.out()).contains("403").doesNotContain("NaN", "Exception");
    }
  }

  @Test
  void socketsThatTheTargetDropsAreLost() {
    try (LiveTarget target =
        new LiveTarget(config -> config.withJobTime("5s").withFaults("socket.drop:100%"))) {
      Ran ran =
          Launch.of(
                  "ws",
                  "--url",
                  target.url(),
                  "--connections",
                  "4",
                  "--ramp-up",
                  "0",
                  "--duration",
                  "20",
                  "--format",
                  "json")
              .run();
      assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
      ScenarioResult result = ran.scenario();
      assertThat(result.count(Counter.CONNECTIONS_LOST)).isEqualTo(4);
      assertThat(result.unaccounted()).isZero();
      assertThat(result.sockets().orElseThrow().closes())
          .singleElement()
          .satisfies(entry -> assertThat(entry.code()).isEqualTo(1006));
      // Nothing is left to be held, so the run is over long before its time.
      assertThat(result.elapsed()).isLessThan(java.time.Duration.ofSeconds(20));
    }
  }

  @Test
  void anInterruptStillReports() {
    try (LiveTarget target = new LiveTarget(config -> config.withJobTime("60s"));
        StressProcess process =
            Launch.of(
                    "ws",
                    "--url",
                    target.url(),
                    "--connections",
                    "10",
                    "--ramp-up",
                    "0",
                    "--duration",
                    "60",
                    "--cleanup",
                    "--format",
                    "json")
                .start()) {
      process.until("ten sockets", () -> target.truth().sockets().open() == 10);
      process.signal("INT");
      Ran ran = process.ended();
      assertThat(ran.code()).as(ran.toString()).isEqualTo(130);
      ScenarioResult result = ran.scenario();
      assertThat(result.end()).isEqualTo(End.INTERRUPTED);
      assertThat(result.count(Counter.CONNECTIONS_CLOSED_BY_US)).isEqualTo(10);
      assertThat(result.count(Counter.CLEANED)).isEqualTo(10);
      assertThat(result.unaccounted()).isZero();
    }
  }

  @Test
  void theBudgetEndsIt() {
    try (LiveTarget target = new LiveTarget(config -> config.withJobTime("60s"))) {
      Ran ran =
          Launch.of(
                  "ws",
                  "--url",
                  target.url(),
                  "--connections",
                  "2",
                  "--ramp-up",
                  "0",
                  "--duration",
                  "300",
                  "--budget",
                  "2s",
                  "--format",
                  "json")
              .run();
      assertThat(ran.scenario().end()).isEqualTo(End.BUDGET);
    }
  }

  @Test
  void secretsAreInNoOutputAndNoFile(@TempDir Path folder) throws IOException {
    Path saved = folder.resolve("run.json");
    try (LiveTarget target = LiveTarget.withFaults("socket.refuse=401:100%")) {
      String host = target.url().replace("http://", "");
      Ran ran =
          Launch.of(
                  "ws",
                  "--url",
                  "ws://someone:hunter2@" + host + "/echo?access_token=s3cr3t",
                  "--contract",
                  "none",
                  "--header",
                  "X-Api-Key: topsecret",
                  "--bearer",
                  "env:STRESS_TEST_TOKEN",
                  "--connections",
                  "2",
                  "--ramp-up",
                  "0",
                  "--duration",
                  "1",
                  "--save",
                  saved.toString())
              .with("STRESS_TEST_TOKEN", "b3arer")
              .run();
      assertThat(ran.out() + ran.err() + Files.readString(saved))
          .contains("X-Api-Key", "Authorization", "127.0.0.1")
          .doesNotContain("hunter2", "s3cr3t", "topsecret", "b3arer");
    }
  }

  @Test
  void theErrorCasesTellAGoodTargetFromOneThatTakesAnyPath() {
    Ran good = Launch.of("ws", "--simulate", "--test-type", "errors", "--quiet").run();
    assertThat(good.code()).as(good.toString()).isZero();
    // Nothing that a client does wrong makes either side complain on stderr.
    assertThat(good.err()).isEmpty();
    Ran broken =
        Launch.of(
                "ws",
                "--simulate",
                "--faults",
                "socket.any-path",
                "--test-type",
                "errors",
                "--case",
                "unknown-path,rapid-connect")
            .run();
    assertThat(broken.code()).as(broken.toString()).isEqualTo(3);
    assertThat(broken.out()).contains("✗ unknown-path", "101", "✓ rapid-connect");
  }

  /** What stands on the wire, and that a refusal of it is the target's failure, with its words. */
  @Test
  void everyHandshakeSaysWhoWeAre() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> request = new CompletableFuture<>();
      Thread answering = new Thread(() -> answer(server, request), "refusing");
      answering.setDaemon(true);
      answering.start();
      Ran ran =
          Launch.of(
                  "ws",
                  "--url",
                  "ws://127.0.0.1:" + server.getLocalPort() + "/feed?token=t0ken",
                  "--contract",
                  "none",
                  "--connections",
                  "1",
                  "--ramp-up",
                  "0",
                  "--duration",
                  "1",
                  "--bearer",
                  "env:STRESS_TEST_TOKEN",
                  "--header",
                  "X-Api-Key: topsecret",
                  "--origin",
                  "https://example.org",
                  "--subprotocol",
                  "v2,v1",
                  "--deflate")
              .with("STRESS_TEST_TOKEN", "b3arer")
              .run();
      assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
      assertThat(request.get(5, TimeUnit.SECONDS))
          .startsWith("GET /feed?token=t0ken HTTP/1.1\r\n")
          .containsIgnoringCase("\r\nAuthorization: Bearer b3arer\r\n")
          .containsIgnoringCase("\r\nX-Api-Key: topsecret\r\n")
          .containsIgnoringCase("\r\nOrigin: https://example.org\r\n")
          .containsIgnoringCase("\r\nSec-WebSocket-Protocol: v2")
          .containsIgnoringCase("permessage-deflate");
      assertThat(ran.out()).contains("429", "Retry-After 7 s", "token=…");
    }
  }

  private static void answer(ServerSocket server, CompletableFuture<String> request) {
    try (Socket client = server.accept()) {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) client.getInputStream().read());
      }
      request.complete(head.toString());
      client
          .getOutputStream()
          .write(
              "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
    } catch (IOException over) {
      request.completeExceptionally(over);
    }
  }
}
