package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stress.measure.ClockOffset;
import stress.measure.Closer;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.measure.SocketFacts;
import stress.simulator.Quantiles;
import stress.simulator.SocketEnder;
import stress.simulator.SocketKind;
import stress.simulator.SocketRecord;
import stress.simulator.SocketTotals;

/** What the report says of sockets, against what the simulator knows to be true of them. */
final class SocketTruthIT {
  private static final long MILLI = 1_000_000;

  /** The histogram's resolution at both ends. */
  private static final double RESOLUTION = 0.002;

  /** No verdict, on a machine too busy to keep a short ramp; the truth holds all the same. */
  private static final int BUSY = 4;

  private static final String PUSH =
      """
      name: push
      socket:
        time: {pointer: /timestamp}
        sequence: /message_sequence
      """;

  private static Ran websocket(String... arguments) {
    List<String> all = new ArrayList<>(List.of("websocket", "--format", "json", "--quiet"));
    all.addAll(List.of(arguments));
    return Launch.of(all.toArray(String[]::new)).run();
  }

  @Test
  void connectionsMessagesAndClosesAreThoseOfTheTarget() {
    try (MachineLag lag = new MachineLag();
        LiveTarget target = new LiveTarget(config -> config.withJobTime("400ms"))) {
      Ran ran =
          websocket(
              "--url", target.url(), "--connections", "50", "--duration", "5", "--ramp-up", "1");
      assertThat(ran.code()).as(ran.toString()).isIn(0, BUSY);
      ScenarioResult result = ran.scenario();
      SocketTotals truth = target.truth().sockets().of(SocketKind.PROGRESS);
      // What we gave up while it was being opened, the target may have accepted all the same.
      long abandoned = result.count(Counter.CONNECTIONS_ABANDONED);
      assertThat(truth.opened() - result.count(Counter.CONNECTIONS_OPENED))
          .isBetween(0L, abandoned);
      assertThat(truth.messagesOut() - result.count(Counter.MESSAGES_IN))
          .isBetween(0L, 4 * abandoned);
      assertThat(result.count(Counter.CONNECTIONS_LOST)).isZero();
      assertThat(result.count(Counter.CONNECTIONS_RENEWED))
          .isEqualTo(result.count(Counter.CONNECTIONS_TRIED) - 50);
      assertThat(truth.open()).isZero();
      assertThat(result.unaccounted()).isZero();
      List<SocketRecord> records = target.truth().sockets().latest();
      closes(result, records);
      held(result, records, lag.nanos() + result.of(Series.LOOP_LAG).max());
    }
  }

  private static void closes(ScenarioResult result, List<SocketRecord> records) {
    SocketFacts facts = result.sockets().orElseThrow();
    assertThat(facts.planned()).isEqualTo(50);
    assertThat(facts.full()).isPresent();
    assertThat(facts.closes().stream().mapToLong(entry -> entry.count()).sum())
        .isEqualTo(result.count(Counter.CONNECTIONS_OPENED));
    long toldOfTarget =
        facts.closes().stream()
            .filter(entry -> entry.by() == Closer.TARGET)
            .mapToLong(entry -> entry.count())
            .sum();
    long ofTarget =
        records.stream().filter(r -> r.endedBy().orElseThrow() == SocketEnder.SERVER).count();
    // At the end of the hold close frames can cross: then each side was the first.
    long crossing =
        result.count(Counter.CONNECTIONS_CLOSED_BY_US)
            + result.count(Counter.CONNECTIONS_ABANDONED);
    assertThat(toldOfTarget).isPositive();
    assertThat(ofTarget - toldOfTarget).as("closed by the target").isBetween(0L, crossing);
    long messages = records.stream().mapToLong(SocketRecord::messagesOut).max().orElseThrow();
    assertThat(facts.messagesIn().orElseThrow().max()).isEqualTo(messages);
    assertThat(facts.messagesIn().orElseThrow().connections())
        .isEqualTo(result.count(Counter.CONNECTIONS_OPENED));
  }

  private static void held(ScenarioResult result, List<SocketRecord> records, long late) {
    long[] truth =
        records.stream()
            .mapToLong(r -> r.closedNanos().orElseThrow() - r.openedNanos())
            .sorted()
            .toArray();
    Distribution held = result.of(Series.CONNECTION_HELD);
    assertThat(held.count()).isEqualTo(result.count(Counter.CONNECTIONS_OPENED));
    for (double percent : List.of(50.0, 95.0)) {
      long exact = truth[(int) Math.ceil(percent / 100 * truth.length) - 1];
      near("held p" + percent, held.percentile(percent), exact, 20 * MILLI + late);
    }
  }

  @Test
  void pushAgeIsTheDelayThatWasInjected() {
    aged(Duration.ZERO);
  }

  @Test
  void aTargetClockThatIsAheadMakesNoWrongAges() {
    aged(Duration.ofSeconds(2));
  }

  /** 50 ms ± 10 ms between a frame's timestamp and its leaving; most jobs run, so frames come. */
  private static void aged(Duration ahead) {
    try (MachineLag lag = new MachineLag();
        LiveTarget target =
            new LiveTarget(
                config ->
                    config
                        .withWorkers(20)
                        .withJobTime("2s")
                        .withClockOffset(ahead)
                        .withFaults("socket.delay=50ms~10ms"))) {
      Ran ran =
          websocket(
              "--url", target.url(), "--connections", "20", "--duration", "8", "--ramp-up", "1");
      assertThat(ran.code()).as(ran.toString()).isIn(0, BUSY);
      ScenarioResult result = ran.scenario();
      ClockOffset clock = result.sockets().orElseThrow().clock().orElseThrow();
      assertThat(clock.steady()).isTrue();
      assertThat(Math.abs(clock.nanos() - ahead.toNanos()))
          .as("offset " + clock)
          .isLessThanOrEqualTo(clock.uncertaintyNanos() + MILLI);
      Quantiles truth = target.truth().sockets().delayed("socket.delay").orElseThrow().real();
      Distribution ages = result.of(Series.PUSH_AGE);
      assertThat(ages.count()).isGreaterThan(200);
      long late = MILLI + clock.uncertaintyNanos() + lag.nanos() + result.of(Series.LOOP_LAG).max();
      near("p50", ages.percentile(50), truth.p50(), late);
      near("p95", ages.percentile(95), truth.p95(), late);
      near("p99", ages.percentile(99), truth.p99(), late);
    }
  }

  @Test
  void echoIsTheDelayThatWasInjected() {
    try (MachineLag lag = new MachineLag();
        LiveTarget target = new LiveTarget(config -> config.withFaults("echo.delay=50ms~10ms"))) {
      Ran ran =
          websocket(
              "--url",
              target.url().replace("http", "ws") + "/echo",
              "--contract",
              "echo",
              "--test-type",
              "throughput",
              "--send-rate",
              "20/s",
              "--connections",
              "10",
              "--duration",
              "5",
              "--ramp-up",
              "1");
      assertThat(ran.code()).as(ran.toString()).isIn(0, BUSY);
      ScenarioResult result = ran.scenario();
      SocketTotals truth = target.truth().sockets().of(SocketKind.ECHO);
      assertThat(result.count(Counter.MESSAGES_OUT)).isEqualTo(truth.messagesIn());
      assertThat(result.count(Counter.BYTES_OUT)).isEqualTo(truth.bytesIn());
      assertThat(result.count(Counter.ECHOES)).isEqualTo(result.of(Series.ECHO_SERVICE).count());
      assertThat(result.count(Counter.ECHOES) + result.count(Counter.ECHOES_UNANSWERED))
          .isEqualTo(result.count(Counter.MESSAGES_OUT));
      assertThat(result.count(Counter.ECHOES_UNKNOWN)).isZero();
      Quantiles delays = target.truth().sockets().delayed("echo.delay").orElseThrow().real();
      Distribution echo = result.of(Series.ECHO_SERVICE);
      long late = 2 * MILLI + lag.nanos() + result.of(Series.LOOP_LAG).max();
      near("p50", echo.percentile(50), delays.p50(), late);
      near("p95", echo.percentile(95), delays.p95(), late);
      near("p99", echo.percentile(99), delays.p99(), late);
      assertThat(result.of(Series.ECHO_RESPONSE).count()).isEqualTo(echo.count());
    }
  }

  @Test
  void everyPushedMessageArrivesAndGapsAreFound(@TempDir Path folder) throws IOException {
    Path contract = Files.writeString(folder.resolve("push.yaml"), PUSH);
    try (LiveTarget target = new LiveTarget(config -> config.withFaults("push.gap:5%"))) {
      Ran ran =
          websocket(
              "--url",
              target.url().replace("http", "ws") + "/push?rate=50&size=500",
              "--contract",
              contract.toString(),
              "--connections",
              "10",
              "--duration",
              "3",
              "--ramp-up",
              "0");
      ScenarioResult result = ran.scenario();
      SocketTotals truth = target.truth().sockets().of(SocketKind.PUSH);
      assertThat(result.count(Counter.MESSAGES_IN)).isEqualTo(truth.messagesOut());
      assertThat(result.count(Counter.SEQUENCE_MISSING))
          .isPositive()
          .isEqualTo(target.truth().faults().get("push.gap"));
      assertThat(result.of(Series.GAP).percentile(50)).isBetween(15 * MILLI, 25 * MILLI);
    }
  }

  private static void near(String what, long measured, long truth, long allowed) {
    long tolerance = Math.round(truth * (0.02 + RESOLUTION)) + allowed;
    assertThat(Math.abs(measured - truth))
        .as("%s: measured %d, truth %d", what, measured, truth)
        .isLessThanOrEqualTo(tolerance);
  }
}
