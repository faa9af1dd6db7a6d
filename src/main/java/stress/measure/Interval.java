package stress.measure;

import java.util.Map;

/**
 * What happened between two flips of the recorders; immutable, so every consumer may keep it.
 *
 * @param startNanos offset of the earlier flip from the beginning of the run
 * @param endNanos offset of the later flip
 * @param counts events of this interval alone
 * @param distributions durations of this interval alone; a series without samples is absent
 * @param gauges levels at the end of the interval
 */
public record Interval(
    long startNanos,
    long endNanos,
    Counts counts,
    Map<Series, Distribution> distributions,
    Gauges gauges) {
  public Interval {
    distributions = Map.copyOf(distributions);
  }

  /** The durations of one series, empty when there were none. */
  public Distribution of(Series series) {
    return distributions.getOrDefault(series, Distribution.EMPTY);
  }
}
