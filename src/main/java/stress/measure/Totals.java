package stress.measure;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Sums intervals exactly: counts added, histograms added. One thread. */
public final class Totals {
  private final Map<Series, Histogram> histograms = new EnumMap<>(Series.class);
  private Counts counts = Counts.ZERO;

  public void add(Interval interval) {
    counts = counts.plus(interval.counts());
    interval
        .distributions()
        .forEach(
            (series, samples) ->
                samples.addTo(
                    histograms.computeIfAbsent(series, s -> Distribution.newHistogram())));
  }

  public Counts counts() {
    return counts;
  }

  /** The durations so far; a series without samples is absent. */
  public Map<Series, Distribution> distributions() {
    Map<Series, Distribution> copy = new EnumMap<>(Series.class);
    histograms.forEach((series, sum) -> copy.put(series, Distribution.owning(sum.copy())));
    return copy;
  }
}
