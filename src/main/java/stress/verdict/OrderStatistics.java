package stress.verdict;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.BetaDistribution;
import stress.measure.Distribution;

/**
 * The exact, distribution-free confidence interval of a quantile: the number of samples below the
 * p-quantile is binomial (n, p), so the interval is from one order statistic to another.
 *
 * <p>The limits are the sample of rank l, the greatest with P(B &lt; l) ≤ 2.5 %, and that of rank
 * u, the least with P(B ≥ u) ≤ 2.5 %. Coverage is 95 % at least; of rounded values more. See David
 * and Nagaraja, <em>Order Statistics</em>, 7.1.
 */
final class OrderStatistics {
  private static final double TAIL = Limits.OUTSIDE / 2;

  private OrderStatistics() {}

  /**
   * Ranks from 1 to n; absent where even the least or the greatest sample gives no limit.
   *
   * @param lower the rank of the lower limit
   * @param upper the rank of the upper limit
   */
  record Ranks(OptionalLong lower, OptionalLong upper) {}

  /**
   * @param n how many samples, at least 1
   * @param percent which quantile, more than 0 and less than 100
   */
  static Ranks ranks(long n, BigDecimal percent) {
    double p = percent.doubleValue() / 100;
    long lower = least(n, p, TAIL);
    long upper = least(n, p, 1 - TAIL) + 1;
    return new Ranks(
        lower == 0 ? OptionalLong.empty() : OptionalLong.of(lower),
        upper > n ? OptionalLong.empty() : OptionalLong.of(upper));
  }

  /** The limits of a quantile in nanoseconds; none of the extremes, which no sample bounds. */
  static Optional<Limits> of(Distribution samples, BigDecimal percent) {
    if (percent.compareTo(BigDecimal.valueOf(100)) == 0) {
      return Optional.empty();
    }
    Ranks ranks = ranks(samples.count(), percent);
    return Optional.of(new Limits(value(samples, ranks.lower()), value(samples, ranks.upper())));
  }

  private static Optional<BigDecimal> value(Distribution samples, OptionalLong rank) {
    return rank.isPresent()
        ? Optional.of(BigDecimal.valueOf(samples.ofRank(rank.getAsLong())))
        : Optional.empty();
  }

  /** How many samples set an upper limit at the least: the n with p^n ≤ 2.5 %. */
  static long leastForUpperLimit(BigDecimal percent) {
    return (long) Math.ceil(Math.log(TAIL) / Math.log(percent.doubleValue() / 100));
  }

  /** The least k with P(B ≤ k) ≥ {@code probability}. */
  private static long least(long n, double p, double probability) {
    long below = -1;
    long enough = n;
    while (enough - below > 1) {
      long middle = below + (enough - below) / 2;
      if (atMost(middle, n, p) >= probability) {
        enough = middle;
      } else {
        below = middle;
      }
    }
    return enough;
  }

  /** P(B ≤ k) of the binomial distribution, by the beta distribution: n may be any long. */
  private static double atMost(long k, long n, double p) {
    return k >= n ? 1 : BetaDistribution.of(k + 1.0, (double) n - k).survivalProbability(p);
  }
}
