package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.websocket.SocketBench.load;
import static stress.websocket.SocketBench.pinging;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.Series;
import stress.transport.FakeSockets;

/** Protocol pings. */
class PingsTest {
  private static final long MILLI = 1_000_000;

  private static SocketBench pinged(int connections) {
    return SocketBench.withoutJobs(FakeSockets.Line::opened)
        .begin(pinging(load(connections), Duration.ofSeconds(1)));
  }

  @Test
  void eachConnectionIsPingedAtItsOwnPhase() {
    SocketBench bench = pinged(3);
    bench.settle();
    // phases 0, 0.618, 0.236
    assertThat(pings(bench)).containsExactly(1, 0, 0);
    bench.pass(240);
    assertThat(pings(bench)).containsExactly(1, 0, 1);
    bench.pass(380);
    assertThat(pings(bench)).containsExactly(1, 1, 1);
    bench.pass(380);
    assertThat(pings(bench)).containsExactly(2, 1, 1);
    assertThat(bench.counted(Counter.PINGS)).isEqualTo(4);
  }

  private static int[] pings(SocketBench bench) {
    return bench.sockets.lines().stream().mapToInt(line -> line.pings().size()).toArray();
  }

  @Test
  void aPongIsMatchedByItsPayload() {
    SocketBench bench = pinged(2).pass(700);
    bench.line(0).pong(bench.line(1).pings().get(0)); // of another connection
    bench.line(0).pong(new byte[0]);
    assertThat(bench.counted(Counter.PONGS)).isZero();
    bench.line(0).pong(bench.line(0).pings().get(0));
    bench.line(0).pong(bench.line(0).pings().get(0)); // twice

    assertThat(bench.counted(Counter.PONGS)).isEqualTo(1);
    assertThat(bench.samples(Series.PING)).isEqualTo(Distribution.of(700 * MILLI));
    assertThat(bench.ledger.errors().entries()).isEmpty();
  }

  @Test
  void aPingWithoutAPongIsLeftWhenTheNextIsSent() {
    SocketBench bench = pinged(1).pass(1_100);
    bench.line(0).pong(bench.line(0).pings().get(0));
    assertThat(bench.counted(Counter.PONGS)).isZero();
    bench.line(0).pong(bench.line(0).pings().get(1));

    assertThat(bench.counted(Counter.PINGS, Counter.PONGS)).containsExactly(2, 1);
    assertThat(bench.samples(Series.PING)).isEqualTo(Distribution.of(100 * MILLI));
  }

  @Test
  void missedPingsAreNotMadeUpFor() {
    SocketBench bench = pinged(1);
    bench.pass(500);
    bench.time.stall(Duration.ofMillis(3_000)); // due at 1, 2 and 3 s
    bench.settle();
    assertThat(bench.counted(Counter.PINGS)).isEqualTo(2);
    bench.pass(500);
    assertThat(bench.counted(Counter.PINGS)).isEqualTo(3);
  }

  @Test
  void nobodyIsPingedAfterTheHold() {
    SocketBench bench = pinged(1).pass(10_000);
    long before = bench.counted(Counter.PINGS);
    bench.pass(2_000);

    assertThat(before).isBetween(10L, 11L);
    assertThat(bench.counted(Counter.PINGS)).isEqualTo(before);
  }
}
