package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.websocket.SocketBench.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.measure.AddressEntry;
import stress.measure.CloseEntry;
import stress.measure.Closer;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Gauges;
import stress.measure.Interval;
import stress.measure.Ledger;
import stress.measure.Phase;
import stress.measure.Series;
import stress.measure.SocketFacts;
import stress.measure.Spread;
import stress.measure.Window;
import stress.transport.FakeSockets;
import stress.transport.Handshake;
import stress.transport.Refusal;
import stress.transport.SocketEvent;

/** How connections open, fail to, and are held. */
class SocketOpeningTest {
  private static final long MILLI = 1_000_000;

  @Test
  void allAreOpenedByTheScheduleHeldAndClosed() {
    SocketBench bench = SocketBench.withoutJobs(FakeSockets.Line::opened).begin(load(3), 10);
    bench.pass(10_199); // the last is due at 200 ms; the hold of 10 s begins there
    assertThat(bench.pipeline.open()).isEqualTo(3);
    assertThat(bench.pipeline.opening()).isZero();
    assertThat(bench.sockets.lines()).allMatch(line -> line.closes().isEmpty());
    bench.pass(1);
    assertThat(bench.sockets.lines()).allMatch(line -> line.closes().equals(List.of(1000)));
    assertThat(bench.completed).isFalse();
    bench.pass(30);
    bench.sockets.lines().forEach(line -> line.closed(Closer.US, 1000, ""));

    assertThat(bench.completed).isTrue();
    assertThat(bench.unaccounted()).isEqualTo("0 tries, 0 openings");
    assertThat(
            bench.counted(
                Counter.CONNECTIONS_TRIED,
                Counter.CONNECTIONS_OPENED,
                Counter.CONNECTIONS_CLOSED_BY_US,
                Counter.CLOSES_UNANSWERED))
        .containsExactly(3, 3, 3, 0);
    Interval all = bench.flip();
    assertThat(all.of(Series.CLOSING))
        .isEqualTo(Distribution.of(30 * MILLI, 30 * MILLI, 30 * MILLI));
    assertThat(all.of(Series.CONNECTION_HELD))
        .isEqualTo(Distribution.of(10_030 * MILLI, 10_130 * MILLI, 10_230 * MILLI));
    assertThat(bench.pipeline.tries()).contains(new Window(0, 200 * MILLI));
    assertThat(bench.pipeline.intended()).contains(new Window(0, 200 * MILLI));
    assertThat(bench.pipeline.starts()).contains(new Window(0, 200 * MILLI));
    assertThat(bench.pipeline.messages()).isEmpty();
    assertThat(bench.pipeline.facts())
        .isEqualTo(
            new SocketFacts(
                3,
                Optional.of(200 * MILLI),
                List.of(new CloseEntry(Closer.US, 1000, "", 3)),
                List.of(new AddressEntry("127.0.0.1", 3)),
                Optional.empty(),
                Optional.of(new Spread(3, 0, 0, 0)),
                Optional.of(new Spread(3, 0, 0, 0)),
                Optional.empty(),
                List.of()));
    assertThat(bench.leftovers()).isEqualTo("0 calls, 0 sockets, 0 timers");
  }

  @Test
  void responseTimeCountsFromTheIntendedInstantAndTheHandshakeFromDialling() {
    SocketBench bench = SocketBench.withoutJobs(line -> {}).begin(load(2), 10);
    bench.time.stall(Duration.ofMillis(130)); // the second one is dialled 30 ms late
    bench.pass(40);
    bench.line(1).opened();

    Interval all = bench.flip();
    assertThat(all.of(Series.CONNECT_RESPONSE)).isEqualTo(Distribution.of(70 * MILLI));
    assertThat(all.of(Series.HANDSHAKE)).isEqualTo(Distribution.of(40 * MILLI));
    assertThat(bench.pipeline.opening()).isEqualTo(1);
  }

  @Test
  void withoutAScheduleThereIsNoResponseTime() {
    SocketBench bench = SocketBench.withoutJobs(FakeSockets.Line::opened).begin(load(1));

    Interval all = bench.flip();
    assertThat(all.of(Series.CONNECT_RESPONSE).count()).isZero();
    assertThat(all.of(Series.HANDSHAKE).count()).isEqualTo(1);
  }

  @Test
  void phasesOfAHandshakeFollowEachOther() {
    Ledger ledger = new Ledger(0);
    SocketBooks books = new SocketBooks(load(1), ledger);
    Handshake tls =
        handshake(OptionalLong.of(3 * MILLI), 8 * MILLI, OptionalLong.of(20 * MILLI), 33 * MILLI);
    books.opened(opened(tls, 34 * MILLI), OptionalLong.of(MILLI / 2));
    Interval first = ledger.flip(1, Gauges.NONE);
    assertThat(first.of(Series.CONNECT_RESPONSE)).isEqualTo(Distribution.of(33_500_000));
    assertThat(first.of(Series.HANDSHAKE)).isEqualTo(Distribution.of(33 * MILLI));
    assertThat(first.of(Series.HANDSHAKE_DNS)).isEqualTo(Distribution.of(2 * MILLI));
    assertThat(first.of(Series.HANDSHAKE_TCP)).isEqualTo(Distribution.of(5 * MILLI));
    assertThat(first.of(Series.HANDSHAKE_TLS)).isEqualTo(Distribution.of(12 * MILLI));
    assertThat(first.of(Series.HANDSHAKE_UPGRADE)).isEqualTo(Distribution.of(13 * MILLI));

    Handshake plain = handshake(OptionalLong.empty(), 8 * MILLI, OptionalLong.empty(), 33 * MILLI);
    books.opened(opened(plain, 33 * MILLI), OptionalLong.empty());
    Interval second = ledger.flip(2, Gauges.NONE);
    assertThat(second.of(Series.HANDSHAKE_DNS).count()).isZero();
    assertThat(second.of(Series.HANDSHAKE_TCP)).isEqualTo(Distribution.of(7 * MILLI));
    assertThat(second.of(Series.HANDSHAKE_TLS).count()).isZero();
    assertThat(second.of(Series.HANDSHAKE_UPGRADE)).isEqualTo(Distribution.of(25 * MILLI));
  }

  private static Handshake handshake(
      OptionalLong resolved, long connected, OptionalLong secured, long upgraded) {
    return new Handshake(
        MILLI, resolved, connected, secured, upgraded, "::1", Optional.empty(), false, 0);
  }

  private static SocketEvent.Opened opened(Handshake handshake, long at) {
    return new SocketEvent.Opened(handshake, new FakeLink(), at);
  }

  @Test
  void refusalsAreNotTriedAgainAndNothingLeftToHoldEndsTheRun() {
    SocketBench bench = SocketBench.withoutJobs(line -> {}).begin(load(2));
    bench.pass(5);
    bench.line(0).refused(503, Optional.of(Duration.ofSeconds(2)));
    bench.line(1).refused(404);

    assertThat(bench.completed).isTrue();
    assertThat(bench.sockets.lines()).hasSize(2);
    assertThat(
            bench.counted(
                Counter.CONNECTIONS_TRIED,
                Counter.CONNECTIONS_OPENED,
                Counter.CONNECTIONS_REFUSED,
                Counter.CONNECTIONS_FAILED))
        .containsExactly(2, 0, 2, 0);
    assertThat(bench.ledger.errors().entries())
        .extracting(ErrorEntry::signature)
        .containsExactlyInAnyOrder(
            ErrorSignature.of(Phase.SOCKET, ErrorKind.UPGRADE_REFUSED, 503, "Retry-After 2 s"),
            ErrorSignature.of(Phase.SOCKET, ErrorKind.UPGRADE_REFUSED, 404, ""));
    Interval all = bench.flip();
    assertThat(all.of(Series.CONNECT_FAILED)).isEqualTo(Distribution.of(5 * MILLI, 5 * MILLI));
    assertThat(all.of(Series.HANDSHAKE).count()).isZero();
    assertThat(bench.pipeline.tries()).contains(new Window(0, 5 * MILLI));
    assertThat(bench.leftovers()).isEqualTo("0 calls, 0 sockets, 0 timers");
  }

  @Test
  void whileMoreAreDueNothingIsOver() {
    SocketBench bench = SocketBench.withoutJobs(line -> line.refused(503)).begin(load(2), 10);
    bench.pass(99);
    assertThat(bench.completed).isFalse();
    bench.pass(1);
    assertThat(bench.completed).isTrue();
  }

  @Test
  void aRedirectTellsWhereToAndTheBodyIsTheSample() {
    Ledger ledger = new Ledger(0);
    Refusal answer =
        new Refusal(
            302, Optional.of(Duration.ofSeconds(2)), Optional.of("wss://h/x"), "<html>moved");
    new SocketBooks(load(1), ledger)
        .failed(
            new SocketEvent.Failed(ErrorKind.UPGRADE_REFUSED, "Found", Optional.of(answer), 3, 9));

    assertThat(ledger.errors().entries())
        .containsExactly(
            new ErrorEntry(
                ErrorSignature.of(
                    Phase.SOCKET,
                    ErrorKind.UPGRADE_REFUSED,
                    302,
                    "Found, Retry-After 2 s, to wss://h/x"),
                1,
                9,
                9,
                "<html>moved"));
  }

  @ParameterizedTest
  @CsvSource({
    "DESCRIPTORS, CONNECTIONS_EXHAUSTED",
    "PORTS, CONNECTIONS_EXHAUSTED",
    "CONNECTION_REFUSED, CONNECTIONS_FAILED",
    "CONNECT_TIMEOUT, CONNECTIONS_FAILED",
    "HANDSHAKE_INVALID, CONNECTIONS_FAILED"
  })
  void aFailureWithoutAnAnswerIsOursOrTheTargets(ErrorKind kind, Counter counter) {
    SocketBench bench = SocketBench.withoutJobs(line -> line.failed(kind)).begin(load(1));

    assertThat(bench.counted(counter)).isEqualTo(1);
    assertThat(bench.unaccounted()).isEqualTo("0 tries, 0 openings");
    assertThat(bench.error()).isEqualTo(ErrorSignature.of(Phase.SOCKET, kind));
    assertThat(bench.completed).isTrue();
  }

  @Test
  void whatIsStillOpeningWhenTheTimeIsOverIsAbandoned() {
    SocketBench bench = SocketBench.withoutJobs(line -> {}).begin(load(2));
    bench.line(0).opened();
    bench.pass(10_000);

    assertThat(bench.counted(Counter.CONNECTIONS_ABANDONED)).isEqualTo(1);
    assertThat(bench.line(1).isOver()).isTrue();
    assertThat(bench.completed).isFalse();
    bench.line(0).closed(Closer.US, 1000, "");
    assertThat(bench.completed).isTrue();
    assertThat(bench.unaccounted()).isEqualTo("0 tries, 0 openings");
  }

  @Test
  void givingUpClosesTheBooks() {
    SocketBench bench = SocketBench.withoutJobs(line -> {}).begin(load(3), 1);
    bench.pass(1_500);
    bench.line(0).opened();
    bench.pass(100);
    bench.running.cancel();
    bench.pipeline.giveUp();
    bench.pipeline.giveUp();

    assertThat(
            bench.counted(
                Counter.CONNECTIONS_TRIED,
                Counter.CONNECTIONS_ABANDONED,
                Counter.CONNECTIONS_CLOSED_BY_US))
        .containsExactly(2, 1, 1);
    assertThat(bench.pipeline.open()).isZero();
    assertThat(bench.pipeline.opening()).isZero();
    assertThat(bench.pipeline.facts().closes())
        .containsExactly(new CloseEntry(Closer.US, 1000, "", 1));
    assertThat(bench.samples(Series.CONNECTION_HELD)).isEqualTo(Distribution.of(100 * MILLI));
    assertThat(bench.leftovers()).isEqualTo("0 calls, 0 sockets, 0 timers");
  }
}
