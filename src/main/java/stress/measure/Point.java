package stress.measure;

import java.util.Map;

/**
 * One stretch of the time series.
 *
 * @param startNanos offset from the beginning of the run
 * @param counts events within the stretch
 * @param summaries durations recorded within the stretch; a series without samples is absent
 * @param gauges levels at its end
 */
public record Point(
    long startNanos, long endNanos, Counts counts, Map<Series, Summary> summaries, Gauges gauges) {
  public Point {
    summaries = Map.copyOf(summaries);
  }
}
