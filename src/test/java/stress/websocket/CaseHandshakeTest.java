package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.measure.CaseResult.Verdict.AS_EXPECTED;
import static stress.measure.CaseResult.Verdict.NOT_APPLICABLE;
import static stress.measure.CaseResult.Verdict.NOT_AS_EXPECTED;
import static stress.measure.CaseResult.Verdict.NO_REACTION;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stress.measure.CaseResult;
import stress.measure.ErrorKind;
import stress.transport.FakeHttp;

/** Requests that a server must refuse, against scripted answers. */
final class CaseHandshakeTest {
  private final CaseBench bench = new CaseBench();

  private static String status(int status) {
    return "HTTP/1.1 " + status + " Words\r\nContent-Length: 0\r\n\r\n";
  }

  private static void is(
      CaseResult result, CaseResult.Verdict verdict, String reaction, Duration time) {
    assertThat(result.reaction()).isEqualTo(reaction);
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.nanos()).isEqualTo(time.toNanos());
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown-path", "missing-key", "wrong-version"})
  void mustBeRefusedWith4xx(String id) {
    bench.wires =
        wire -> bench.later(Duration.ofMillis(3), () -> bench.answering(status(404)).accept(wire));
    is(bench.run(id), AS_EXPECTED, "refused with HTTP 404 after 3.0 ms", Duration.ofMillis(3));
    bench.wires = bench.answering(CaseBench.UPGRADED);
    is(bench.run(id), NOT_AS_EXPECTED, "answered with HTTP 101 after 0.0 ms", Duration.ZERO);
    bench.wires = bench.answering(status(500));
    is(bench.run(id), NOT_AS_EXPECTED, "refused with HTTP 500 after 0.0 ms", Duration.ZERO);
    bench.wires = bench.answering(status(200));
    is(bench.run(id), NOT_AS_EXPECTED, "answered with HTTP 200 after 0.0 ms", Duration.ZERO);
    bench.wires = CaseBench.wire((wire, bytes) -> wire.ended(false));
    is(
        bench.run(id),
        NOT_AS_EXPECTED,
        "closed the connection without an answer after 0.0 ms",
        Duration.ZERO);
    bench.wires = bench.answering("SSH-2.0-OpenSSH\r\n\r\n");
    is(
        bench.run(id),
        NOT_AS_EXPECTED,
        "answered with something that is not HTTP after 0.0 ms",
        Duration.ZERO);
    bench.wires = bench.answering("");
    is(
        bench.run(id),
        NO_REACTION,
        "did not answer the upgrade within 5.0 s",
        Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource({"200,AS_EXPECTED", "404,AS_EXPECTED", "426,AS_EXPECTED", "302,AS_EXPECTED"})
  void aPlainGetMayBeAnsweredAsTheApiLikes(int status, CaseResult.Verdict verdict) {
    bench.wires = bench.answering(status(status));
    assertThat(bench.run("missing-upgrade").verdict()).isEqualTo(verdict);
  }

  @Test
  void aPlainGetMustNeitherBeUpgradedNorBreakTheTarget() {
    bench.wires = bench.answering(CaseBench.UPGRADED);
    assertThat(bench.run("missing-upgrade").verdict()).isEqualTo(NOT_AS_EXPECTED);
    bench.wires = bench.answering(status(503));
    assertThat(bench.run("missing-upgrade").verdict()).isEqualTo(NOT_AS_EXPECTED);
    bench.wires = bench.answering("");
    assertThat(bench.run("missing-upgrade").verdict()).isEqualTo(NO_REACTION);
  }

  @Test
  void theVersionThatIsOfferedInsteadIsTold() {
    bench.wires =
        bench.answering("HTTP/1.1 426 Upgrade Required\r\nSec-WebSocket-Version: 13\r\n\r\n");
    assertThat(bench.run("wrong-version").reaction())
        .isEqualTo("refused with HTTP 426 naming version 13 after 0.0 ms");
  }

  @Test
  void eachRequestIsWrongInItsOwnPlace() {
    bench.wires = bench.answering(status(400));
    bench.run(ErrorCase.named("unknown-path,missing-key,wrong-version,missing-upgrade"));
    String key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    String rest = "Sec-WebSocket-Protocol: v1\r\nAuthorization: Bearer t\r\n\r\n";
    String begin = " HTTP/1.1\r\nHost: target:9000\r\n";
    String upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
    assertThat(bench.requests)
        .containsExactly(
            "GET /base/stress/no-such-path"
                + begin
                + upgrade
                + key
                + "Sec-WebSocket-Version: 13\r\n"
                + rest,
            "GET /base/jobs/job1/events" + begin + upgrade + "Sec-WebSocket-Version: 13\r\n" + rest,
            "GET /base/jobs/job2/events"
                + begin
                + upgrade
                + key
                + "Sec-WebSocket-Version: 12\r\n"
                + rest,
            "GET /base/jobs/job3/events" + begin + "Authorization: Bearer t\r\n\r\n");
    assertThat(bench.fakeWires.wires()).allMatch(stress.transport.FakeWires.Wire::isOver);
    assertThat(bench.fakeWires.wires().get(0).call().url().host()).isEqualTo("target");
  }

  @Test
  void aTargetThatCannotBeReachedIsNotAsExpectedAndOurOwnWantIsNotItsFault() {
    bench.wires = wire -> wire.failed(ErrorKind.CONNECTION_REFUSED);
    is(
        bench.run("missing-key"),
        NOT_AS_EXPECTED,
        "was not reached: connection refused",
        Duration.ZERO);
    bench.wires = wire -> wire.failed(ErrorKind.DESCRIPTORS);
    is(
        bench.run("missing-key"),
        NOT_APPLICABLE,
        "could not be carried out: no file descriptor left",
        Duration.ZERO);
    bench.wires = wire -> wire.failed(ErrorKind.CONNECT_TIMEOUT);
    assertThat(bench.run("missing-key").verdict()).isEqualTo(NO_REACTION);
    bench.wires = wire -> {};
    is(bench.run("missing-key"), NO_REACTION, "did not take the connection", Duration.ofSeconds(5));
  }

  @Test
  void aJobThatIsRefusedMakesACaseImpossible() {
    bench.submit = id -> FakeHttp.Reply.status(503, "");
    is(
        bench.run("missing-key"),
        NOT_APPLICABLE,
        "no job could be submitted: HTTP 5xx",
        Duration.ZERO);
  }
}
