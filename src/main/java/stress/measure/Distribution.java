package stress.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
   * @param percent 0 (the minimum) … 100 (the maximum), taken as the decimal that it prints as
   */
  public long percentile(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException(
          "percentile " + percent + ": expected a number from 0 to 100");
    }
    notEmpty();
    return percent == 0 ? min() : ofRank(rank(BigDecimal.valueOf(percent)));
  }

  /**
   * The rank of the sample that is the p-quantile: {@code ceil(p/100 × n)}, in decimal fractions,
   * so that no rounding moves it, however many samples there are.
   *
   * @param percent more than 0, at most 100
   */
  public long rank(BigDecimal percent) {
    return BigDecimal.valueOf(count())
        .multiply(percent)
        .movePointLeft(2)
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }

  /**
   * The duration of the sample of this rank, as the upper end of its class, in nanoseconds.
   *
   * @param rank 1 for the least sample … {@link #count()} for the greatest
   */
  public long ofRank(long rank) {
    if (rank < 1 || rank > count()) {
      throw new IllegalArgumentException(
          "rank " + rank + ": expected a number from 1 to " + count());
    }
    for (HistogramIterationValue value : histogram.recordedValues()) {
      if (value.getTotalCountToThisValue() >= rank) {
        return value.getValueIteratedTo();
      }
    }
    throw new IllegalStateException("a histogram holds fewer samples than it counted");
  }

  /** Whether the histogram cannot tell two durations apart; they differ by 0.1 % at most. */
  public static boolean sameClass(long nanos, long otherNanos) {
    return EMPTY.histogram.valuesAreEquivalent(nanos, otherNanos);
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
