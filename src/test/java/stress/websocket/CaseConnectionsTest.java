package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.measure.CaseResult.Verdict.AS_EXPECTED;
import static stress.measure.CaseResult.Verdict.NOT_APPLICABLE;
import static stress.measure.CaseResult.Verdict.NOT_AS_EXPECTED;
import static stress.measure.CaseResult.Verdict.NO_REACTION;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import stress.measure.CaseResult;
import stress.transport.FakeSockets;
import stress.transport.FakeWires;

/** Connections that come, go, fall silent or read slowly, against scripted targets. */
final class CaseConnectionsTest {
  private final CaseBench bench = new CaseBench();

  private static void is(CaseResult result, CaseResult.Verdict verdict, String reaction) {
    assertThat(result.reaction()).isEqualTo(reaction);
    assertThat(result.verdict()).isEqualTo(verdict);
  }

  private static void serve(FakeSockets.Line line) {
    line.opened();
    line.message("{\"status\":\"running\"}");
  }

  @Test
  void tenConnectionsComeAndGoAndTheEleventhIsServed() {
    bench.sockets = CaseConnectionsTest::serve;
    is(
        bench.run("rapid-connect"),
        AS_EXPECTED,
        "opened all 10 and served the next connection after 0.0 ms");
    assertThat(bench.fakeSockets.lines()).hasSize(11).allMatch(FakeSockets.Line::isOver);
  }

  @Test
  void oneOfTheTenOrTheEleventhIsNotServed() {
    int[] count = {0};
    bench.sockets =
        line -> {
          if (++count[0] == 4) {
            line.refused(429);
          } else {
            serve(line);
          }
        };
    is(bench.run("rapid-connect"), NOT_AS_EXPECTED, "connection 4 of 10: refused with HTTP 429");
    count[0] = -7;
    is(
        bench.run("rapid-connect"),
        NOT_AS_EXPECTED,
        "opened all 10; the next connection: refused with HTTP 429 after 0.0 ms");
    bench.sockets = line -> {};
    CaseResult silent = bench.run("rapid-connect");
    is(silent, NO_REACTION, "connection 1 of 10: did not answer the upgrade");
    assertThat(silent.nanos()).isEqualTo(5_000_000_000L);
  }

  @Test
  void aConnectionThatSendsNothingIsClosedInTime() {
    bench.wires =
        wire -> {
          wire.connected();
          bench.later(Duration.ofSeconds(2), () -> wire.ended(false));
        };
    CaseResult closed = bench.run("connect-timeout");
    is(closed, AS_EXPECTED, "closed the connection after 2.0 s");
    assertThat(closed.nanos()).isEqualTo(2_000_000_000L);
    bench.wires =
        wire -> {
          wire.connected();
          wire.text("HTTP/1.1 408 Request Timeout\r\n\r\n");
          wire.ended(true);
        };
    is(
        bench.run("connect-timeout"),
        AS_EXPECTED,
        "answered with HTTP 408, closed the connection after 0.0 ms");
    bench.wires = FakeWires.Wire::connected;
    is(bench.run("connect-timeout"), NO_REACTION, "left it open for 5.0 s");
    assertThat(bench.fakeWires.wires().get(2).written()).isEmpty();
  }

  @Test
  void halfARequestDoesNotDisturbTheNext() {
    bench.wires = FakeWires.Wire::connected;
    bench.sockets = CaseConnectionsTest::serve;
    is(
        bench.run("half-handshake"),
        AS_EXPECTED,
        "went on and served the next connection after 0.0 ms");
    FakeWires.Wire wire = bench.fakeWires.wires().get(0);
    assertThat(new String(wire.written(), StandardCharsets.ISO_8859_1))
        .startsWith("GET /base/jobs/job0/events HTTP/1.1\r\n")
        .endsWith("\r\nSec-WebS");
    assertThat(wire.isOver()).isTrue();
    bench.sockets = FakeSockets.Line::opened;
    is(
        bench.run("half-handshake"),
        NOT_AS_EXPECTED,
        "went on; the next connection: opened, but neither sent a message nor answered a ping"
            + " after 5.0 s");
    bench.sockets = line -> {};
    is(
        bench.run("half-handshake"),
        NOT_AS_EXPECTED,
        "went on; the next connection: did not answer the upgrade after 10.0 s");
  }

  @Test
  void aSilentConnectionDoesNotHoldUpTheNext() {
    bench.wires = bench.upgrading((wire, frame) -> {});
    boolean[] paused = {false};
    bench.sockets =
        line -> {
          paused[0] = bench.fakeWires.wires().get(0).isPaused();
          serve(line);
        };
    is(bench.run("half-open"), AS_EXPECTED, "went on and served the next connection after 0.0 ms");
    assertThat(paused[0]).isTrue();
    assertThat(bench.fakeSockets.lines().get(0).dialled()).isEqualTo(2_500_000_000L);
    assertThat(bench.fakeWires.wires().get(0).isOver()).isTrue();
    bench.sockets =
        line -> {
          line.opened();
          line.closed(1011, "");
        };
    is(
        bench.run("half-open"),
        NOT_AS_EXPECTED,
        "went on; the next connection: opened, then closed with 1011 after 0.0 ms");
  }

  /** Pongs beside the slow reader take the second time. */
  private CaseResult slowReader(Duration before, Duration beside) {
    bench.wires = bench.upgrading((wire, frame) -> {});
    bench.sockets =
        line -> bench.pinging(bench.fakeWires.wires().isEmpty() ? before : beside).accept(line);
    return bench.run("slow-reader");
  }

  @Test
  void aSlowReaderMustNotSlowDownTheOther() {
    is(
        slowReader(Duration.ofMillis(4), Duration.ofMillis(54)),
        AS_EXPECTED,
        "a ping beside it took 54 ms, before it 4.0 ms");
    FakeWires.Wire wire = bench.fakeWires.wires().get(0);
    assertThat(wire.call().receiveBuffer()).hasValue(4096);
    // Eleven trips and ten or eleven pauses between them: 2.2 s, four reads a second.
    assertThat(wire.resumed()).isBetween(8, 9);
    int flood = 4000 * (2 + 4 + 125);
    assertThat(wire.written().length).isGreaterThan(flood).isLessThan(flood + 1000);
  }

  @Test
  void moreThanThreeTimesAndMoreThanFiftyMillisecondsIsSuffering() {
    is(
        slowReader(Duration.ofMillis(4), Duration.ofMillis(55)),
        NOT_AS_EXPECTED,
        "a ping beside it took 55 ms, before it 4.0 ms");
  }

  @Test
  void threeTimesALongTripIsBearable() {
    is(
        slowReader(Duration.ofMillis(40), Duration.ofMillis(120)),
        AS_EXPECTED,
        "a ping beside it took 120 ms, before it 40 ms");
  }

  @Test
  void anUnansweredPingBesideTheSlowReaderIsSuffering() {
    is(
        slowReader(Duration.ofMillis(4), Duration.ofSeconds(60)),
        NOT_AS_EXPECTED,
        "the other suffered: a ping was not answered within 5.0 s");
  }

  @Test
  void withoutPongsThereIsNothingToMeasureBy() {
    bench.sockets = FakeSockets.Line::opened;
    is(
        bench.run("slow-reader"),
        NOT_APPLICABLE,
        "nothing to measure by, even without the slow reader: a ping was not answered within"
            + " 5.0 s");
  }

  @Test
  void theOtherTakesAFreshJobWhenItsOwnHasEnded() {
    bench.wires = bench.upgrading((wire, frame) -> {});
    bench.sockets =
        line -> {
          bench.pinging(Duration.ofMillis(2)).accept(line);
          bench.later(Duration.ofMillis(300), () -> line.closed(1000, "done"));
        };
    is(bench.run("slow-reader"), AS_EXPECTED, "a ping beside it took 2.0 ms, before it 2.0 ms");
    assertThat(bench.fakeSockets.lines().size()).isGreaterThan(4);
  }
}
