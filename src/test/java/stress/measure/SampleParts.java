package stress.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Pieces of the sample runs: failures, durations, points. */
final class SampleParts {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private SampleParts() {}

  static List<ErrorEntry> errors() {
    List<ErrorEntry> errors = new ArrayList<>();
    errors.add(
        new ErrorEntry(
            ErrorSignature.of(Phase.SUBMIT, ErrorKind.STATUS_SERVER, 503, "Service Unavailable"),
            50,
            200 * MS,
            19 * SECOND,
            "{\"detail\":\"overloaded\"}\r\n\u001b[2J\u0007 and a long tail of text that goes on"
                + " and on, past every border that a report could have, until it is cut"));
    errors.add(
        new ErrorEntry(
            ErrorSignature.of(Phase.JOB, ErrorKind.JOB_FAILED, "worker crashed"),
            31,
            SECOND,
            18 * SECOND,
            "2733382000000000049"));
    errors.add(
        new ErrorEntry(ErrorSignature.of(Phase.JOB, ErrorKind.DEADLINE), 10, 0, 31 * SECOND, ""));
    for (int i = 0; i < 10; i++) {
      errors.add(
          new ErrorEntry(
              ErrorSignature.of(Phase.POLL, ErrorKind.STATUS_UNEXPECTED, 300 + i, ""),
              1,
              i * SECOND,
              i * SECOND,
              "x"));
    }
    return errors;
  }

  static GeneratorHealth idle() {
    return new GeneratorHealth(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        2,
        0,
        OptionalLong.empty());
  }

  static Map<Series, Distribution> times(int n) {
    Map<Series, Distribution> times = new EnumMap<>(Series.class);
    times.put(Series.SUBMIT_RESPONSE, Distribution.of(spread(n, i -> 12 * MS + i * 20_000L)));
    times.put(Series.SUBMIT_SERVICE, Distribution.of(spread(n, i -> 11 * MS + i * 15_000L)));
    times.put(Series.POLL_SERVICE, Distribution.of(spread(n * 10, i -> 900_000L + i * 500L)));
    times.put(Series.QUEUEING_LOW, Distribution.of(spread(n, i -> i * 90_000L)));
    times.put(Series.QUEUEING_HIGH, Distribution.of(spread(n, i -> 52 * MS + i * 90_000L)));
    times.put(Series.PROCESSING_LOW, Distribution.of(spread(n, i -> 272 * MS + i * 10_000L)));
    times.put(Series.PROCESSING_HIGH, Distribution.of(spread(n, i -> 324 * MS + i * 10_000L)));
    times.put(Series.TOTAL_LOW, Distribution.of(spread(n, i -> 310 * MS + i * 1_000_000L)));
    times.put(Series.TOTAL_HIGH, Distribution.of(spread(n, i -> 362 * MS + i * 1_000_000L)));
    times.put(Series.SERVER_QUEUEING, Distribution.of(spread(n, i -> 10 * MS + i * 90_000L)));
    times.put(Series.SERVER_PROCESSING, Distribution.of(spread(n, i -> 300 * MS)));
    times.put(Series.SERVER_TOTAL, Distribution.of(spread(n, i -> 310 * MS + i * 90_000L)));
    times.put(Series.SCHEDULE_LAG, Distribution.of(spread(n, i -> 60_000L + i * 100L)));
    times.put(Series.LOOP_LAG, Distribution.of(spread(n, i -> 200_000L + i * 1_000L)));
    return times;
  }

  static long[] spread(int n, IntToLongFunction value) {
    return IntStream.range(0, n).mapToLong(value::applyAsLong).toArray();
  }

  static List<Point> points(int seconds) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      long own = Math.round(40 * Math.sin(Math.PI * i / seconds));
      Gauges gauges =
          Gauges.NONE
              .with(Gauge.QUEUE_OWN, own)
              .with(Gauge.HEAP_BYTES, (40L + i % 7) << 20)
              .with(Gauge.CPU_PERMILLE, 150 + i % 5);
      if (i % 6 != 5) {
        gauges =
            gauges
                .with(Gauge.QUEUE_CLAIMED, Math.max(0, own - 20))
                .with(Gauge.RUNNING_CLAIMED, Math.min(20, own + (i % 4 == 1 ? 1 : 0)))
                .with(
                    Gauge.QUEUE_DIFFERENCE,
                    own - Math.max(0, own - 20) - Math.min(20, own + (i % 4 == 1 ? 1 : 0)));
      }
      points.add(
          new Point(
              i * SECOND,
              (i + 1) * SECOND,
              Counts.ZERO.with(Counter.STARTED, 50).with(Counter.ACCEPTED, 50 - i % 2),
              Map.of(
                  Series.SUBMIT_SERVICE,
                  Summary.of(Distribution.of(spread(50, k -> 11 * MS + k * 15_000L)))),
              gauges));
    }
    return points;
  }

  static ScenarioResult with(
      ScenarioResult r,
      List<ErrorEntry> errors,
      List<IdentityFinding> identity,
      QueueClaim claim,
      GeneratorHealth generator) {
    return new ScenarioResult(
        r.scenario(),
        r.scheduled(),
        r.begun(),
        r.elapsed(),
        r.end(),
        r.counts(),
        r.distributions(),
        r.points(),
        r.submissions(),
        r.completions(),
        errors,
        errors.isEmpty() ? 0 : 4,
        identity,
        Optional.of(claim),
        Optional.empty(),
        generator,
        r.notes());
  }
}
