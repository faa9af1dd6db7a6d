package stress.verdict;

import java.util.List;
import java.util.Optional;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.Gauge;
import stress.measure.Point;
import stress.measure.Series;
import stress.measure.Window;

/**
 * How our own queue grows while the load lasts.
 *
 * <p>The first third of the load is left out, because every queue fills at first; so is what
 * follows the load, because every queue empties then.
 */
final class QueueTrend {
  private static final double SECOND = 1e9;
  private static final long LEAST_NANOS = 20_000_000_000L;
  private static final int LEAST_READINGS = 2 * Slope.BLOCKS;
  private static final int WARM_UP_JOBS = 3;

  private QueueTrend() {}

  /** In jobs a second, over the later two thirds of the load; absent where there is no queue. */
  static Optional<Slope> slope(Sample sample) {
    return sample.submissions().flatMap(load -> Slope.of(readings(points(sample, load, 0))));
  }

  /**
   * The slope as a share, in percent, of the jobs that were accepted meanwhile: 10 means that one
   * job in ten piles up. Absent unless an open load that did not rise lasted {@code 20 s} at least
   * behind the filling: a third of the load, and three times what one job takes.
   */
  static Optional<Slope> growth(Sample sample) {
    if (!sample.scheduled() || sample.submissions().isEmpty()) {
      return Optional.empty();
    }
    List<Point> points = points(sample, sample.submissions().get(), WARM_UP_JOBS * oneJob(sample));
    if (points.size() < LEAST_READINGS || nanos(points) < LEAST_NANOS || rises(points)) {
      return Optional.empty();
    }
    double accepted = sum(points, Counter.ACCEPTED) / (nanos(points) / SECOND);
    return accepted == 0
        ? Optional.empty()
        : Slope.of(readings(points))
            .map(s -> new Slope(100 * s.perSecond() / accepted, 100 * s.half() / accepted));
  }

  /** Without its waiting, where that is known; the wait is what a growing queue makes longer. */
  private static long oneJob(Sample sample) {
    Distribution processing = sample.of(Series.PROCESSING_HIGH);
    if (!processing.isEmpty()) {
      return processing.percentile(95);
    }
    Distribution total = sample.of(Series.TOTAL_HIGH);
    return total.isEmpty() ? 0 : total.percentile(50);
  }

  private static List<Point> points(Sample sample, Window load, long warmUpNanos) {
    long from = load.startNanos() + Math.max(load.nanos() / 3, warmUpNanos);
    return sample.points().stream()
        .filter(point -> point.startNanos() >= from && point.endNanos() <= load.endNanos())
        .filter(point -> point.gauges().get(Gauge.QUEUE_OWN).isPresent())
        .toList();
  }

  private static List<Slope.Reading> readings(List<Point> points) {
    return points.stream()
        .map(
            point ->
                new Slope.Reading(
                    point.endNanos() / SECOND, point.gauges().get(Gauge.QUEUE_OWN).orElseThrow()))
        .toList();
  }

  private static long nanos(List<Point> points) {
    return points.stream().mapToLong(point -> point.endNanos() - point.startNanos()).sum();
  }

  private static double sum(List<Point> points, Counter counter) {
    return points.stream().mapToLong(point -> point.counts().get(counter)).sum();
  }

  /** More starts in the later half, by a tenth and more than chance makes of it. */
  private static boolean rises(List<Point> points) {
    int half = points.size() / 2;
    List<Point> early = points.subList(0, half);
    List<Point> late = points.subList(half, points.size());
    double scale = (double) nanos(late) / nanos(early);
    double before = sum(early, Counter.STARTED) * scale;
    double after = sum(late, Counter.STARTED);
    return after - before > 0.1 * before + 3 * Math.sqrt(before + after);
  }
}
