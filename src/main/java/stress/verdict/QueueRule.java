package stress.verdict;

import java.util.List;
import java.util.Optional;
import stress.measure.Gauge;
import stress.measure.Point;
import stress.measure.Series;
import stress.measure.Summary;
import stress.measure.Window;

/** What the depth of the queue over time tells. */
enum QueueRule implements DiagnosisRule {
  /**
   * Pearson's correlation of depth and p99 over the points is 0.8 or more, over ten points at
   * least, and both vary to twice their least.
   */
  FOLLOWS("p99-follows-queue") {
    @Override
    public Optional<Said> of(Observed seen) {
      return follows(seen, Series.TOTAL_HIGH, "the time of a job")
          .or(() -> follows(seen, Series.SUBMIT_SERVICE, "the answer to a submission"));
    }

    private Optional<Said> follows(Observed seen, Series series, String what) {
      List<Point> points =
          seen.with(Gauge.QUEUE_OWN).stream()
              .filter(point -> point.summaries().containsKey(series))
              .toList();
      double[] depth = points.stream().mapToDouble(QueueRule::depth).toArray();
      double[] p99 =
          points.stream()
              .map(point -> point.summaries().get(series))
              .mapToDouble(Summary::p99)
              .toArray();
      if (points.size() < FEWEST || !Trend.varies(depth) || !Trend.varies(p99)) {
        return Optional.empty();
      }
      double correlation = Trend.correlation(depth, p99);
      return correlation < CLOSE
          ? Optional.empty()
          : Optional.of(
              new Said(
                  "p99 of "
                      + what
                      + " follows the queue (correlation "
                      + Words.three(correlation)
                      + " over "
                      + points.size()
                      + " points, at most "
                      + Grouping.of(seen.most(Gauge.QUEUE_OWN))
                      + " jobs waiting or running)",
                  "jobs wait for workers; add workers, or submit more slowly"));
    }
  },
  GROWS("queue-grows") {
    @Override
    public Optional<Said> of(Observed seen) {
      List<Point> points = whileSubmitting(seen);
      double[] depth = points.stream().mapToDouble(QueueRule::depth).toArray();
      Optional<Trend> trend = Trend.of(depth);
      return trend
          .filter(Trend::grows)
          .filter(growing -> growing.last() - growing.first() >= FEWEST)
          .map(
              growing ->
                  new Said(
                      "while jobs were submitted the queue grew from "
                          + Grouping.of(Math.round(growing.first()))
                          + " to "
                          + Grouping.of(Math.round(growing.last()))
                          + " jobs",
                      "more jobs come than are done; add workers, or submit more slowly"));
    }
  };

  private static final int FEWEST = 10;
  private static final double CLOSE = 0.8;

  private final String id;

  QueueRule(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  static double depth(Point point) {
    return point.gauges().get(Gauge.QUEUE_OWN).orElseThrow();
  }

  /** After the last submission every queue shrinks. */
  static List<Point> whileSubmitting(Observed seen) {
    long end = seen.result().submissions().map(Window::endNanos).orElse(0L);
    return seen.with(Gauge.QUEUE_OWN).stream().filter(point -> point.endNanos() <= end).toList();
  }
}
