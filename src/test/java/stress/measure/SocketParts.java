package stress.measure;

import static stress.measure.SampleParts.spread;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pieces of the sample runs of socket scenarios. */
final class SocketParts {
  private static final long MS = SampleSockets.MS;
  private static final long SECOND = SampleSockets.SECOND;

  private SocketParts() {}

  static List<CaseResult> cases() {
    return List.of(
        new CaseResult(
            "unknown-job",
            "connected to the progress of a job that does not exist",
            "told that there is no such job, or refused",
            CaseResult.Verdict.AS_EXPECTED,
            "accepted, then told not_found",
            412 * MS),
        new CaseResult(
            "unknown-path",
            "asked for an upgrade at a path that does not exist",
            "refused at the upgrade",
            CaseResult.Verdict.NOT_AS_EXPECTED,
            "upgraded with 101, and nothing was said about the path at all in the two seconds"
                + " after it",
            1_200_000),
        new CaseResult(
            "half-open",
            "stopped to answer anything, pings too",
            "closed within 30 s",
            CaseResult.Verdict.NO_REACTION,
            "still open after 10 s",
            10 * SECOND),
        new CaseResult(
            "subscribe-after-end",
            "opened the progress of a job that had ended",
            "the terminal status, then closed or kept",
            CaseResult.Verdict.NOT_APPLICABLE,
            "the contract has no jobs",
            0),
        new CaseResult(
            "rapid-connect-disconnect",
            "connected and disconnected ten times",
            "every connection accepted",
            CaseResult.Verdict.AS_EXPECTED,
            "10 of 10 accepted",
            31 * MS));
  }

  static SocketFacts nothing(int planned) {
    return new SocketFacts(
        planned,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  static ScenarioResult hostile() {
    String evil = "bye\u001b[2J\u0007\r\n\u202egnorw \"quoted\" ";
    Counts counts =
        Counts.ZERO
            .with(Counter.CONNECTIONS_TRIED, 20)
            .with(Counter.CONNECTIONS_OPENED, 12)
            .with(Counter.CONNECTIONS_REFUSED, 3)
            .with(Counter.CONNECTIONS_FAILED, 1)
            .with(Counter.CONNECTIONS_EXHAUSTED, 1)
            .with(Counter.CONNECTIONS_WITHOUT_JOB, 2)
            .with(Counter.CONNECTIONS_ABANDONED, 1)
            .with(Counter.CONNECTIONS_ENDED, 1)
            .with(Counter.CONNECTIONS_LOST, 9)
            .with(Counter.CONNECTIONS_CLOSED_BY_US, 2)
            .with(Counter.MESSAGES_IN, 1)
            .with(Counter.FRAMES_IN, 1)
            .with(Counter.BYTES_IN, 5)
            .with(Counter.PARSED, 1)
            .with(Counter.UNREADABLE, 1)
            .with(Counter.AGES_NEGATIVE, 7)
            .with(Counter.AGES_STALE, 1)
            .with(Counter.SEQUENCE_MISSING, 5)
            .with(Counter.AFTER_END, 31)
            .with(Counter.PINGS, 4)
            .with(Counter.PONGS, 1);
    Map<Series, Distribution> times = new EnumMap<>(Series.class);
    times.put(Series.PUSH_AGE, Distribution.of(5 * MS));
    times.put(Series.PING, Distribution.of(620 * MS));
    SocketFacts facts =
        new SocketFacts(
            20,
            Optional.empty(),
            List.of(
                new CloseEntry(Closer.TARGET, 4000, evil + "x".repeat(200), 6),
                new CloseEntry(Closer.TARGET, 1005, "", 2),
                new CloseEntry(Closer.NETWORK, 1006, "", 1),
                new CloseEntry(Closer.US, 1000, "", 3)),
            List.of(new AddressEntry("10.0.0.1\u001b[31m", 12), new AddressEntry("10.0.0.2", 0)),
            Optional.of(new ClockOffset(-90 * MS, 40 * MS, 1, false)),
            Optional.of(new Spread(12, 0, 0, 1)),
            Optional.of(new Spread(12, 0, 0, 5)),
            Optional.empty(),
            List.of(
                new CaseResult(
                    "wrong-\u001bcase",
                    "did something",
                    "refused",
                    CaseResult.Verdict.NOT_AS_EXPECTED,
                    evil + "y".repeat(400),
                    SECOND)));
    ScenarioResult result =
        scenario(Scenario.CONCURRENT, true, End.COMPLETED, counts, times, facts, 3);
    return with(
        result,
        List.of(
            new ErrorEntry(
                ErrorSignature.of(Phase.SOCKET, ErrorKind.SOCKET_ERROR, evil), 2, MS, SECOND, evil),
            new ErrorEntry(
                ErrorSignature.of(Phase.SOCKET, ErrorKind.UPGRADE_REFUSED, 403, evil),
                3,
                MS,
                SECOND,
                evil),
            new ErrorEntry(
                ErrorSignature.of(Phase.SOCKET, ErrorKind.DESCRIPTORS, "Too many open files"),
                1,
                SECOND,
                SECOND,
                "")),
        List.of(new IdentityFinding(Identity.SEQUENCE_GAP, 2, List.of(evil))));
  }

  static ScenarioResult scenario(
      Scenario scenario,
      boolean scheduled,
      End end,
      Counts counts,
      Map<Series, Distribution> times,
      SocketFacts facts,
      int seconds) {
    return new ScenarioResult(
        scenario,
        scheduled,
        SampleSockets.begun(),
        Duration.ofMillis(seconds * 1_000L + 412),
        end,
        counts,
        times,
        scenario == Scenario.ERRORS ? List.of() : points(seconds, facts.planned(), counts),
        counts.get(Counter.CONNECTIONS_TRIED) == 0
            ? Optional.empty()
            : Optional.of(new Window(0, 5 * SECOND)),
        counts.get(Counter.CONNECTIONS_OPENED) == 0
            ? Optional.empty()
            : Optional.of(new Window(4 * MS, seconds * SECOND + 4 * MS)),
        List.of(),
        0,
        List.of(),
        Optional.empty(),
        Optional.of(facts),
        scenario == Scenario.ERRORS ? SampleParts.idle() : SampleSockets.health(),
        List.of());
  }

  private static List<Point> points(int seconds, int planned, Counts counts) {
    List<Point> points = new ArrayList<>();
    long top = Math.min(planned, counts.get(Counter.CONNECTIONS_OPENED));
    for (int i = 0; i < seconds; i++) {
      Gauges gauges = Gauges.NONE.with(Gauge.CPU_PERMILLE, 70);
      if (i % 7 != 6) {
        gauges = gauges.with(Gauge.CONNECTIONS_OPEN, i == seconds - 1 ? 0 : level(i, top));
      }
      points.add(
          new Point(
              i * SECOND,
              (i + 1) * SECOND,
              Counts.ZERO.with(Counter.MESSAGES_IN, counts.get(Counter.MESSAGES_IN) / seconds),
              Map.of(Series.PING, Summary.of(Distribution.of(spread(5, k -> MS + k)))),
              gauges));
    }
    return points;
  }

  private static long level(int second, long top) {
    return Math.min(top, (second + 1) * top / 5);
  }

  static ScenarioResult with(
      ScenarioResult r, List<ErrorEntry> errors, List<IdentityFinding> identity) {
    return copy(r, r.counts(), r.distributions(), errors, identity, r.sockets());
  }

  static ScenarioResult with(ScenarioResult r, Counts counts, Optional<SocketFacts> facts) {
    return copy(r, counts, r.distributions(), r.errors(), r.identity(), facts);
  }

  static ScenarioResult with(ScenarioResult r, Series series, Distribution distribution) {
    Map<Series, Distribution> times = new EnumMap<>(Series.class);
    times.putAll(r.distributions());
    times.put(series, distribution);
    return copy(r, r.counts(), times, r.errors(), r.identity(), r.sockets());
  }

  private static ScenarioResult copy(
      ScenarioResult r,
      Counts counts,
      Map<Series, Distribution> times,
      List<ErrorEntry> errors,
      List<IdentityFinding> identity,
      Optional<SocketFacts> facts) {
    return new ScenarioResult(
        r.scenario(),
        r.scheduled(),
        r.begun(),
        r.elapsed(),
        r.end(),
        counts,
        times,
        r.points(),
        r.submissions(),
        r.completions(),
        errors,
        r.errorsBeyond(),
        identity,
        r.queue(),
        facts,
        r.generator(),
        r.notes());
  }
}
