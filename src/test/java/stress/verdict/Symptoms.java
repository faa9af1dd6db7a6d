package stress.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import stress.measure.CloseEntry;
import stress.measure.Closer;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.End;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Gauge;
import stress.measure.Gauges;
import stress.measure.Monitored;
import stress.measure.OwnHost;
import stress.measure.Phase;
import stress.measure.Point;
import stress.measure.SampleRuns;
import stress.measure.SampleSockets;
import stress.measure.SampleWatched;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.measure.SocketFacts;
import stress.measure.Summary;
import stress.measure.Usage;

/** Scenarios in which one thing went wrong. */
final class Symptoms {
  private static final long SECOND = 1_000_000_000;

  private Symptoms() {}

  /** The good run's scenario. */
  static SampleWatched.Copy jobs() {
    return new SampleWatched.Copy(SampleRuns.good().scenarios().get(0));
  }

  static SampleWatched.Copy failing(Phase phase, ErrorKind kind, long count) {
    return failing(phase, kind, OptionalInt.empty(), "", count);
  }

  static SampleWatched.Copy failing(
      Phase phase, ErrorKind kind, OptionalInt code, String detail, long count) {
    return jobs().errors(error(phase, kind, code, detail, count));
  }

  private static ErrorEntry error(
      Phase phase, ErrorKind kind, OptionalInt code, String detail, long count) {
    return new ErrorEntry(new ErrorSignature(phase, kind, code, detail), count, 0, SECOND, "");
  }

  static SampleWatched.Copy sockets(Phase phase, ErrorKind kind, OptionalInt code, long count) {
    return new SampleWatched.Copy(SampleSockets.concurrent().scenarios().get(0))
        .errors(error(phase, kind, code, "", count));
  }

  /** 200 opened connections, so many of which ended in this way. */
  static SampleWatched.Copy closed(Closer by, int code, long count) {
    SocketFacts facts =
        new SocketFacts(
            200,
            Optional.empty(),
            List.of(new CloseEntry(by, code, "", count)),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new SampleWatched.Copy(SampleSockets.concurrent().scenarios().get(0))
        .counts(
            Counts.ZERO
                .with(Counter.CONNECTIONS_TRIED, 200)
                .with(Counter.CONNECTIONS_OPENED, 200)
                .with(Counter.CONNECTIONS_CLOSED_BY_US, 200))
        .sockets(facts);
  }

  /** A queue and the p99 of a job's time, second by second, all while submitting. */
  static SampleWatched.Copy queue(int seconds, IntToLongFunction depth, IntToLongFunction p99) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      long nanos = p99.applyAsLong(i);
      points.add(
          new Point(
              i * SECOND,
              (i + 1) * SECOND,
              Counts.ZERO,
              Map.of(Series.TOTAL_HIGH, new Summary(50, nanos, nanos, nanos, nanos)),
              Gauges.NONE.with(Gauge.QUEUE_OWN, depth.applyAsLong(i))));
    }
    return jobs().points(points);
  }

  static SampleWatched.Copy cpu(OptionalDouble most, int seconds, IntToDoubleFunction cores) {
    return jobs()
        .monitored(List.of(SampleWatched.level(Monitored.Kind.CPU, "cpu", most, seconds, cores)));
  }

  static SampleWatched.Copy growing(
      Monitored.Kind kind, String name, int seconds, IntToDoubleFunction value) {
    return level(kind, name, seconds, value);
  }

  static SampleWatched.Copy level(
      Monitored.Kind kind, String name, int seconds, IntToDoubleFunction value) {
    return jobs()
        .monitored(
            List.of(SampleWatched.level(kind, name, OptionalDouble.empty(), seconds, value)));
  }

  static SampleWatched.Copy usage(Optional<Usage> descriptors, Optional<Usage> ports) {
    return jobs()
        .generator(
            SampleWatched.health(
                new OwnHost(
                    Optional.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    descriptors,
                    ports)));
  }

  static Usage of(long most, long limit) {
    return new Usage(most, OptionalLong.of(limit));
  }

  static Distribution times(int n, long nanos) {
    long[] times = new long[n];
    Arrays.fill(times, nanos);
    return Distribution.of(times);
  }

  /** Nothing was reached, as the note says. */
  static ScenarioResult unreached(String note) {
    ScenarioResult empty = SampleRuns.empty().scenarios().get(0);
    return new ScenarioResult(
        empty.scenario(),
        empty.scheduled(),
        empty.begun(),
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
        empty.generator(),
        List.of(note));
  }
}
