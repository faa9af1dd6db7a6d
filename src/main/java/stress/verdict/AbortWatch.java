package stress.verdict;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stress.measure.Distribution;
import stress.measure.Interval;
import stress.measure.Point;
import stress.measure.Scenario;
import stress.measure.Series;
import stress.measure.Totals;
import stress.measure.Window;

/**
 * Holds a scenario that goes on against the thresholds that may end it. One thread, beside the
 * event loop.
 */
public final class AbortWatch {
  private final List<Threshold> thresholds;
  private final Set<Series> needed;
  private final Scenario scenario;
  private final Totals totals = new Totals();
  private final List<Point> points = new ArrayList<>();

  /**
   * @param thresholds of the run; those that end nothing are passed over
   */
  public AbortWatch(List<Threshold> thresholds, Scenario scenario) {
    this.scenario = scenario;
    this.thresholds =
        thresholds.stream()
            .filter(threshold -> threshold.abort().isPresent())
            .filter(threshold -> threshold.metric().fit(scenario) != Metric.Fit.NEVER)
            .toList();
    this.needed =
        this.thresholds.stream()
            .flatMap(
                threshold ->
                    threshold.metric() instanceof SeriesMetric metric
                        ? Stream.of(metric.series())
                        : Stream.empty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Adds the next interval of the scenario.
   *
   * @return why the run must end, as half a sentence that stands behind "because"; absent when it
   *     may go on
   */
  public Optional<String> add(Interval interval) {
    if (thresholds.isEmpty()) {
      return Optional.empty();
    }
    totals.add(
        new Interval(
            interval.startNanos(),
            interval.endNanos(),
            interval.counts(),
            needed(interval),
            interval.gauges()));
    points.add(
        new Point(
            interval.startNanos(),
            interval.endNanos(),
            interval.counts(),
            Map.of(),
            interval.gauges()));
    Sample sample =
        new Sample.Going(
            scenario,
            totals.counts(),
            totals.distributions(),
            points,
            new Window(0, interval.endNanos()));
    return thresholds.stream()
        .filter(threshold -> interval.endNanos() >= threshold.abort().orElseThrow().toNanos())
        .flatMap(threshold -> failure(threshold, sample).stream())
        .findFirst();
  }

  /** Summing up histograms takes time that the load may need. */
  private Map<Series, Distribution> needed(Interval interval) {
    Map<Series, Distribution> some = new EnumMap<>(Series.class);
    for (Series series : needed) {
      if (interval.distributions().containsKey(series)) {
        some.put(series, interval.of(series));
      }
    }
    return some;
  }

  private static Optional<String> failure(Threshold threshold, Sample sample) {
    return threshold
        .metric()
        .of(sample)
        .filter(measured -> Decision.surelyFails(threshold, measured))
        .map(
            measured ->
                "'"
                    + threshold.demand()
                    + "' had failed after "
                    + Written.of(Unit.DURATION, BigDecimal.valueOf(sample.whole().nanos()))
                    + ": "
                    + Written.of(threshold.metric().unit(), measured.value())
                    + ". "
                    + measured.evidence());
  }
}
