package stress.measure;

import static stress.measure.SampleParts.spread;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Finished runs of socket scenarios with known numbers. */
public final class SampleSockets {
  static final long MS = 1_000_000;
  static final long SECOND = 1_000_000_000;
  private static final Instant BEGUN = Instant.parse("2026-01-31T12:00:00.123456789Z");
  private static final List<String> CONNECTIONS =
      List.of("connections.success >= 99%", "connections.kept >= 99%");

  private SampleSockets() {}

  /** Each of them by its name. */
  public static Map<String, RunResult> all() {
    return Map.of(
        "concurrent", concurrent(),
        "throughput", throughput(),
        "errors", errors(),
        "unopened", unopened(),
        "unreached", unreached(),
        "hostile", hostile());
  }

  /** 50 sockets held for 30 s on jobs; 12 ended with their jobs and were renewed. */
  public static RunResult concurrent() {
    Counts counts =
        Counts.ZERO
            .with(Counter.CONNECTIONS_TRIED, 62)
            .with(Counter.CONNECTIONS_OPENED, 62)
            .with(Counter.CONNECTIONS_ENDED, 12)
            .with(Counter.CONNECTIONS_RENEWED, 12)
            .with(Counter.CONNECTIONS_CLOSED_BY_US, 50)
            .with(Counter.MESSAGES_IN, 4_960)
            .with(Counter.FRAMES_IN, 4_960)
            .with(Counter.BYTES_IN, 912_640)
            .with(Counter.PARSED, 4_960)
            .with(Counter.AGES_STALE, 62)
            .with(Counter.PINGS, 310)
            .with(Counter.PONGS, 310);
    Map<Series, Distribution> times = handshakes(62);
    times.put(Series.PUSH_AGE, Distribution.of(spread(4_898, i -> 44 * MS + i % 300 * 70_000L)));
    times.put(Series.GAP, Distribution.of(spread(4_898, i -> 350 * MS + i % 100 * MS)));
    times.put(Series.PING, Distribution.of(spread(310, i -> 300_000L + i * 1_000L)));
    times.put(Series.CONNECTION_HELD, Distribution.of(spread(62, i -> 18 * SECOND + i * 200 * MS)));
    times.put(Series.CLOSING, Distribution.of(spread(50, i -> 400_000L + i * 10_000L)));
    SocketFacts facts =
        new SocketFacts(
            50,
            Optional.of(4_981 * MS),
            List.of(
                new CloseEntry(Closer.US, 1000, "", 50),
                new CloseEntry(Closer.TARGET, 1000, "job finished", 12)),
            List.of(new AddressEntry("127.0.0.1", 31), new AddressEntry("[::1]", 31)),
            Optional.of(new ClockOffset(2 * SECOND, 300_000, 50, true)),
            Optional.of(new Spread(62, 62, 80, 98)),
            Optional.of(new Spread(62, 11_408, 14_720, 18_032)),
            Optional.empty(),
            List.of());
    return run(
        CONNECTIONS,
        SocketParts.scenario(Scenario.CONCURRENT, true, End.COMPLETED, counts, times, facts, 30));
  }

  /** 100 sockets with an echo at an open rate of 10 messages a second each; one was cut. */
  public static RunResult throughput() {
    Counts counts =
        Counts.ZERO
            .with(Counter.CONNECTIONS_TRIED, 100)
            .with(Counter.CONNECTIONS_OPENED, 100)
            .with(Counter.CONNECTIONS_LOST, 1)
            .with(Counter.CONNECTIONS_CLOSED_BY_US, 99)
            .with(Counter.MESSAGES_OUT, 19_990)
            .with(Counter.BYTES_OUT, 19_990L * 1_024)
            .with(Counter.MESSAGES_UNSENT, 10)
            .with(Counter.MESSAGES_IN, 19_988)
            .with(Counter.FRAMES_IN, 39_976)
            .with(Counter.BYTES_IN, 19_988L * 1_024)
            .with(Counter.ECHOES, 19_987)
            .with(Counter.ECHOES_UNANSWERED, 3)
            .with(Counter.ECHOES_UNKNOWN, 1)
            .with(Counter.CLOSES_UNANSWERED, 2);
    Map<Series, Distribution> times = handshakes(100);
    times.remove(Series.HANDSHAKE_TLS);
    times.put(Series.ECHO_RESPONSE, Distribution.of(spread(19_987, i -> 50 * MS + i * 6_000L)));
    times.put(Series.ECHO_SERVICE, Distribution.of(spread(19_987, i -> 50 * MS + i * 5_000L)));
    SocketFacts facts =
        new SocketFacts(
            100,
            Optional.of(SECOND),
            List.of(
                new CloseEntry(Closer.US, 1000, "", 97),
                new CloseEntry(Closer.US, 1006, "", 2),
                new CloseEntry(Closer.NETWORK, 1006, "", 1)),
            List.of(new AddressEntry("127.0.0.1", 100)),
            Optional.empty(),
            Optional.of(new Spread(100, 88, 200, 200)),
            Optional.of(new Spread(100, 90_112, 204_800, 204_800)),
            Optional.of(new Spread(100, 90, 200, 200)),
            List.of());
    ScenarioResult result =
        SocketParts.scenario(Scenario.THROUGHPUT, true, End.COMPLETED, counts, times, facts, 20);
    return run(
        CONNECTIONS,
        SocketParts.with(
            result,
            List.of(
                new ErrorEntry(
                    ErrorSignature.of(Phase.SOCKET, ErrorKind.SOCKET_CLOSED, 1006, ""),
                    1,
                    9 * SECOND,
                    9 * SECOND,
                    "")),
            List.of()));
  }

  /** Error cases of each verdict. */
  public static RunResult errors() {
    SocketFacts facts =
        new SocketFacts(
            0,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            SocketParts.cases());
    return run(
        List.of("errors.expected >= 100%"),
        SocketParts.scenario(
            Scenario.ERRORS, false, End.COMPLETED, Counts.ZERO, Map.of(), facts, 14));
  }

  /** Every upgrade was refused. */
  public static RunResult unopened() {
    Counts counts =
        Counts.ZERO
            .with(Counter.CONNECTIONS_TRIED, 10)
            .with(Counter.CONNECTIONS_REFUSED, 8)
            .with(Counter.CONNECTIONS_FAILED, 2);
    Map<Series, Distribution> times = new EnumMap<>(Series.class);
    times.put(Series.CONNECT_FAILED, Distribution.of(spread(10, i -> 2 * MS + i * 100_000L)));
    ScenarioResult result =
        SocketParts.scenario(
            Scenario.CONCURRENT, true, End.COMPLETED, counts, times, SocketParts.nothing(10), 5);
    return run(
        CONNECTIONS,
        SocketParts.with(
            result,
            List.of(
                refused(503, "Service Unavailable", 6),
                refused(429, "Too Many Requests", 2),
                new ErrorEntry(
                    ErrorSignature.of(Phase.SOCKET, ErrorKind.CONNECT_TIMEOUT),
                    2,
                    SECOND,
                    4 * SECOND,
                    "")),
            List.of()));
  }

  private static ErrorEntry refused(int status, String reason, long count) {
    return new ErrorEntry(
        ErrorSignature.of(Phase.SOCKET, ErrorKind.UPGRADE_REFUSED, status, reason),
        count,
        100 * MS,
        4 * SECOND,
        "{\"detail\":\"no room\"}");
  }

  /** Nothing listened. */
  public static RunResult unreached() {
    ScenarioResult result =
        new ScenarioResult(
            Scenario.THROUGHPUT,
            true,
            BEGUN,
            Duration.ZERO,
            End.UNREACHED,
            Counts.ZERO,
            Map.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            0,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            SampleParts.idle(),
            List.of());
    return run(CONNECTIONS, result);
  }

  /** A target that contradicts itself and says things that a terminal would obey. */
  public static RunResult hostile() {
    return run(CONNECTIONS, SocketParts.hostile());
  }

  /** The same run with other counts and other facts. */
  public static RunResult with(RunResult run, Counts counts, Optional<SocketFacts> facts) {
    return new RunResult(
        run.runId(),
        run.tool(),
        run.command(),
        run.conditions(),
        run.thresholds(),
        List.of(SocketParts.with(run.scenarios().get(0), counts, facts)));
  }

  /** The same run with other failures. */
  public static RunResult withErrors(RunResult run, List<ErrorEntry> errors) {
    return run(run.thresholds(), SocketParts.with(run.scenarios().get(0), errors, List.of()));
  }

  /** The same run with durations of one series exchanged. */
  public static RunResult with(RunResult run, Series series, Distribution distribution) {
    return run(run.thresholds(), SocketParts.with(run.scenarios().get(0), series, distribution));
  }

  private static Map<Series, Distribution> handshakes(int n) {
    Map<Series, Distribution> times = new EnumMap<>(Series.class);
    times.put(Series.CONNECT_RESPONSE, Distribution.of(spread(n, i -> 4 * MS + i * 40_000L)));
    times.put(Series.HANDSHAKE, Distribution.of(spread(n, i -> 3 * MS + i * 40_000L)));
    times.put(Series.HANDSHAKE_DNS, Distribution.of(spread(n, i -> 200_000L + i * 1_000L)));
    times.put(Series.HANDSHAKE_TCP, Distribution.of(spread(n, i -> 100_000L + i * 1_000L)));
    times.put(Series.HANDSHAKE_TLS, Distribution.of(spread(n, i -> 2 * MS + i * 10_000L)));
    times.put(Series.HANDSHAKE_UPGRADE, Distribution.of(spread(n, i -> MS + i * 20_000L)));
    times.put(Series.SCHEDULE_LAG, Distribution.of(spread(n, i -> 60_000L + i * 100L)));
    times.put(Series.LOOP_LAG, Distribution.of(spread(n, i -> 200_000L + i * 1_000L)));
    return times;
  }

  private static RunResult run(List<String> thresholds, ScenarioResult scenario) {
    return new RunResult(
        "7f3a9c21",
        "stress 0.1.0",
        "websocket",
        List.of(
            new RunResult.Condition("target", "ws://localhost:8000"),
            new RunResult.Condition("contract", "monte-carlo"),
            new RunResult.Condition("load", "50 connections over 5s, held for 30s")),
        thresholds,
        List.of(scenario));
  }

  static GeneratorHealth health() {
    return new GeneratorHealth(
        OptionalDouble.of(10),
        OptionalDouble.of(9.99),
        OptionalLong.of(2_120 * MS),
        2,
        48 << 20,
        OptionalLong.of(12 * MS));
  }

  static Instant begun() {
    return BEGUN;
  }
}
