package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.websocket.SocketBench.load;
import static stress.websocket.SocketBench.with;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stress.measure.ClockOffset;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Identity;
import stress.measure.IdentityFinding;
import stress.measure.Interval;
import stress.measure.Phase;
import stress.measure.Series;
import stress.measure.Spread;
import stress.measure.Window;
import stress.transport.FakeSockets;
import stress.transport.Handshake;

/** What is made of the messages that arrive. */
class SocketMessagesTest {
  private static final long MILLI = 1_000_000;

  private static SocketBench watching(SocketLoad load) {
    return SocketBench.withJobs(FakeSockets.Line::opened).begin(load).pass(20);
  }

  private static String stamped(SocketBench bench, long aheadMillis) {
    return "{\"status\":\"running\",\"at\":\"" + bench.time.now().plusMillis(aheadMillis) + "\"}";
  }

  @Test
  void arrivalsAreCountedWhateverTheySay() {
    SocketBench bench = SocketBench.withoutJobs(FakeSockets.Line::opened).begin(load(2));
    bench.pass(10);
    bench.line(0).message("{}");
    bench.pass(30);
    bench.line(1).message("[");
    bench.pass(5);
    bench.line(0).message(false, new byte[] {1, 2, 3, 4});

    assertThat(
            bench.counted(
                Counter.MESSAGES_IN,
                Counter.BYTES_IN,
                Counter.FRAMES_IN,
                Counter.PARSED,
                Counter.UNREADABLE,
                Counter.AFTER_END))
        .containsExactly(3, 7, 3, 1, 2, 0);
    assertThat(bench.samples(Series.GAP)).isEqualTo(Distribution.of(35 * MILLI));
    assertThat(bench.pipeline.messages()).contains(new Window(10 * MILLI, 45 * MILLI));
    bench.running.cancel();
    assertThat(bench.pipeline.facts().messagesIn()).contains(new Spread(2, 1, 1, 2));
    assertThat(bench.pipeline.facts().bytesIn()).contains(new Spread(2, 1, 1, 6));
  }

  @ParameterizedTest
  @CsvSource({"ALL, 21", "SAMPLE, 3", "NONE, 0"})
  void parsingCanBeSampledAndBeginsWithTheFirst(Parsing parsing, int parsed) {
    SocketBench bench = watching(with(load(1), parsing));
    for (int i = 0; i < 21; i++) {
      bench.line(0).message("{\"status\":\"running\",\"n\":" + 3 * i + "}");
    }

    assertThat(bench.counted(Counter.PARSED)).isEqualTo(parsed);
    assertThat(bench.counted(Counter.MESSAGES_IN)).isEqualTo(21);
    assertThat(bench.counted(Counter.SEQUENCE_MISSING)).isEqualTo(parsing == Parsing.ALL ? 40 : 0);
  }

  @Test
  void aGapInTheNumbersIsAFindingWithHowManyAreMissing() {
    SocketBench bench = watching(load(2));
    for (int n : new int[] {5, 6, 9, 9, 2, 3}) {
      bench.line(0).message("{\"status\":\"running\",\"n\":" + n + "}");
    }
    bench.line(1).message("{\"status\":\"running\",\"n\":70}");

    assertThat(bench.counted(Counter.SEQUENCE_MISSING)).isEqualTo(2);
    assertThat(bench.ledger.identity().findings())
        .containsExactly(
            new IdentityFinding(
                Identity.SEQUENCE_GAP,
                3,
                List.of("6, then 9, job j0", "9, then 9, job j0", "9, then 2, job j0")));
  }

  @Test
  void faultsForeignJobsAndUnknownWordsAreTold() {
    SocketBench bench = watching(load(1));
    bench.line(0).message("{\"status\":\"running\",\"fault\":\"out of memory\"}");
    bench.line(0).message("{\"status\":\"done\",\"id\":\"j7\"}");
    bench.line(0).message("{\"status\":\"odd\"}");

    assertThat(bench.error())
        .isEqualTo(ErrorSignature.of(Phase.SOCKET, ErrorKind.SOCKET_ERROR, "out of memory"));
    assertThat(bench.ledger.errors().entries().get(0).sample())
        .isEqualTo("{\"status\":\"running\",\"fault\":\"out of memory\"}");
    assertThat(bench.ledger.identity().findings())
        .containsExactlyInAnyOrder(
            new IdentityFinding(Identity.FOREIGN, 1, List.of("j0 was told of j7")),
            new IdentityFinding(Identity.UNKNOWN_WORD, 1, List.of("odd")));
    assertThat(bench.pipeline.left()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {2_000, -2_000, 0})
  void pushAgesAreRightWhereverTheTargetsClockStands(long aheadMillis) {
    SocketBench bench = SocketBench.withJobs(line -> {});
    bench.look =
        "{\"status\":\"waiting\",\"created\":\""
            + bench.time.now().plusMillis(aheadMillis).plusNanos(9_000_001)
            + "\"}";
    bench.begin(load(1)).pass(20);
    bench.line(0).opened();
    bench.pass(30);
    for (int i = 0; i < 20; i++) {
      String message = stamped(bench, aheadMillis);
      bench.pass(50);
      bench.line(0).message(message);
    }
    ClockOffset offset = bench.pipeline.facts().clock().orElseThrow();
    Distribution ages = bench.samples(Series.PUSH_AGE);

    assertThat(offset.steady()).isTrue();
    assertThat(offset.exchanges()).isEqualTo(2);
    assertThat(Math.abs(offset.nanos() - aheadMillis * MILLI))
        .isLessThanOrEqualTo(offset.uncertaintyNanos());
    // the submission took 20 ms
    assertThat(offset.uncertaintyNanos()).isLessThanOrEqualTo(10 * MILLI);
    assertThat(ages.count()).isEqualTo(20);
    long tolerated = offset.uncertaintyNanos() + 50_000;
    assertThat(ages.min()).isBetween(50 * MILLI - tolerated, 50 * MILLI + tolerated);
    assertThat(ages.max()).isBetween(50 * MILLI - tolerated, 50 * MILLI + tolerated);
    assertThat(bench.counted(Counter.AGES_NEGATIVE)).isZero();
  }

  @Test
  void aTimeThatDoesNotMoveOnTellsNoAge() {
    SocketBench bench = watching(load(1));
    String early = stamped(bench, 0);
    bench.pass(1);
    String late = stamped(bench, 0);
    for (String message : List.of(late, late, early, late)) {
      bench.pass(1);
      bench.line(0).message(message);
    }
    bench.line(0).message("{\"status\":\"running\"}");

    assertThat(bench.counted(Counter.AGES_STALE)).isEqualTo(3);
    assertThat(bench.samples(Series.PUSH_AGE).count()).isEqualTo(1);
  }

  @Test
  void aGreetingWasMadeAfterTheUpgradeAndAStateAfterTheSubmission() {
    SocketBench greeted = SocketBench.withJobs(line -> {}).begin(load(1)).pass(30);
    greeted.line(0).opened(30 * MILLI);
    greeted.pass(1);
    String stamp = greeted.time.now().plusNanos(1).toString();
    greeted.pass(3);
    greeted.line(0).message("{\"status\":\"hello\",\"at\":\"" + stamp + "\"}");
    // made at 31 ms and 1 ns, between the upgrade at 30 and the arrival at 34
    assertThat(greeted.pipeline.facts().clock())
        .contains(new ClockOffset(-MILLI + 1, 2 * MILLI, 1, true));

    SocketBench told = SocketBench.withJobs(line -> {}).begin(load(1)).pass(30);
    told.line(0).opened(30 * MILLI);
    told.pass(4);
    told.line(0).message("{\"status\":\"running\",\"at\":\"" + stamp + "\"}");
    // between the submission at 0 and the arrival at 34
    assertThat(told.pipeline.facts().clock())
        .contains(new ClockOffset(14 * MILLI + 1, 17 * MILLI, 1, true));
  }

  @ParameterizedTest
  @CsvSource({"true, 24", "false, 12"})
  void theUpgradeIsSentWhenTheConnectionIsSecured(boolean secured, long sentMillis) {
    SocketBench bench = SocketBench.withoutJobs(line -> {}).begin(load(1)).pass(40);
    bench
        .line(0)
        .opened(
            new Handshake(
                0,
                OptionalLong.of(5 * MILLI),
                12 * MILLI,
                secured ? OptionalLong.of(24 * MILLI) : OptionalLong.empty(),
                36 * MILLI,
                "::1",
                Optional.empty(),
                false,
                0));
    String stamp = bench.time.now().plusNanos(1).toString();
    bench.line(0).message("{\"status\":\"hello\",\"at\":\"" + stamp + "\"}");

    long width = (40 - sentMillis) * MILLI;
    assertThat(bench.pipeline.facts().clock())
        .contains(new ClockOffset(1 + width / 2, width / 2, 1, true));
  }

  @Test
  void onlyTheFirstMessageOfAConnectionIsAnExchange() {
    SocketBench bench = watching(load(1));
    bench.line(0).message("{\"status\":\"running\"}");
    bench.line(0).message(stamped(bench, 0));

    assertThat(bench.pipeline.facts().clock()).isEqualTo(Optional.empty());
  }

  @Test
  void agesAreMadeAtEachTickAndOnlyThen() {
    SocketBench bench = SocketBench.withoutJobs(FakeSockets.Line::opened).begin(load(1));
    bench.line(0).message(stamped(bench, 0));
    Interval before = bench.ledger.flip(0, stress.measure.Gauges.NONE);

    assertThat(before.of(Series.PUSH_AGE).count()).isZero();
    assertThat(bench.samples(Series.PUSH_AGE).count()).isEqualTo(1);
    assertThat(bench.samples(Series.PUSH_AGE).count()).isZero();
  }
}
