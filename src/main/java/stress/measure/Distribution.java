package stress.measure;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A finished distribution of durations in nanoseconds; immutable.
 *
 * <p>Values are exact to three significant digits (0.1 %) from 1 µs to 24 h.
 */
public final class Distribution {
  /** The least duration that is told apart, in nanoseconds. */
  public static final long LEAST = 1_000;

  /** The greatest duration that can be held: 24 hours, in nanoseconds. */
  public static final long GREATEST = 86_400_000_000_000L;

  static final int DIGITS = 3;

  /** Nothing recorded. */
  public static final Distribution EMPTY = new Distribution(newHistogram());

  private final Histogram histogram;

  private Distribution(Histogram histogram) {
    this.histogram = histogram;
  }

  static Histogram newHistogram() {
    return new Histogram(LEAST, GREATEST, DIGITS);
  }

  /** Takes over the histogram; the caller keeps no reference. */
  static Distribution owning(Histogram histogram) {
    return new Distribution(histogram);
  }

  /** The distribution of the given durations, in nanoseconds; for synthetic results. */
  public static Distribution of(long... nanos) {
    Histogram histogram = newHistogram();
    for (long value : nanos) {
      histogram.recordValue(Math.min(GREATEST, Math.max(0, value)));
    }
    return new Distribution(histogram);
  }

  void addTo(Histogram total) {
    total.add(histogram);
  }

  public long count() {
    return histogram.getTotalCount();
  }

  public boolean isEmpty() {
    return count() == 0;
  }

  /** The least recorded duration in nanoseconds; only of a distribution that is not empty. */
  public long min() {
    return notEmpty().getMinValue();
  }

  /** The greatest recorded duration in nanoseconds; only of a distribution that is not empty. */
  public long max() {
    // Below the unit the histogram's own word depends on what was recorded, which no file keeps.
    return histogram.highestEquivalentValue(notEmpty().getMaxValue());
  }

  /** The arithmetic mean in nanoseconds; only of a distribution that is not empty. */
  public double mean() {
    return notEmpty().getMean();
  }

  /**
   * The p-quantile: the least value that at least {@code ceil(p/100 × n)} of the n samples do not
   * exceed, to the histogram's resolution; only of a distribution that is not empty.
   *
   * @param percent 0 (the minimum) … 100 (the maximum)
   */
  public long percentile(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException(
          "percentile " + percent + ": expected a number from 0 to 100");
    }
    return percent == 0 ? min() : notEmpty().getValueAtPercentile(percent);
  }

  /** Its distinct values with their cumulative counts, for statistics that need every rank. */
  public Staircase staircase() {
    List<Long> values = new ArrayList<>();
    List<Long> upTo = new ArrayList<>();
    for (HistogramIterationValue step : histogram.recordedValues()) {
      values.add(histogram.highestEquivalentValue(step.getValueIteratedTo()));
      upTo.add(step.getTotalCountToThisValue());
    }
    return new Staircase(
        values.stream().mapToLong(Long::longValue).toArray(),
        upTo.stream().mapToLong(Long::longValue).toArray());
  }

  private Histogram notEmpty() {
    if (isEmpty()) {
      throw new IllegalStateException("an empty distribution has no values");
    }
    return histogram;
  }

  /** The samples in HdrHistogram's compressed form (V2), Base64. */
  public String encode() {
    return HistogramText.encode(histogram);
  }

  /**
   * Reads {@link #encode}'s form back.
   *
   * @throws IllegalArgumentException when the text is no such histogram
   */
  public static Distribution decode(String text) {
    return new Distribution(HistogramText.decode(text));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Distribution that && encode().equals(that.encode());
  }

  @Override
  public int hashCode() {
    return Long.hashCode(count());
  }
}
