package stress.verdict;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import stress.measure.Distribution;
import stress.measure.Staircase;

/**
 * The exact, distribution-free confidence interval of a quantile: two order statistics.
 *
 * <p>Of n independent samples a binomially distributed number B(n, p) lies at or below the true
 * p-quantile, so it lies between the samples of ranks l and u with probability 1 − α where l is the
 * greatest rank with P(B ≤ l − 1) ≤ α/2 and u the least with P(B ≥ u) ≤ α/2. Where there is no such
 * rank, the samples give no bound. (David, Nagaraja: Order Statistics, 3rd ed. 2003, section 7.1.)
 * Neighbouring requests are alike, so that real runs know less than independent samples would.
 */
final class QuantileInterval {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private QuantileInterval() {}

  /**
   * @param samples of one value at least
   * @param percent more than 0 and less than 100
   * @param alpha the probability with which the interval may miss the true quantile
   * @return nanoseconds, none less than what can be told apart
   */
  static Estimate of(Staircase samples, double percent, double alpha) {
    long n = samples.count();
    double p = percent / 100;
    long middle = Math.max(1, (long) Math.ceil(p * n - 1e-9));
    long low = Math.min(middle, lowRank(n, p, alpha / 2));
    long high = Math.max(middle, highRank(n, p, alpha / 2));
    return new Estimate(
        low < 1 ? 0 : nanos(samples, low),
        nanos(samples, middle),
        high > n ? Double.POSITIVE_INFINITY : nanos(samples, high));
  }

  private static double nanos(Staircase samples, long rank) {
    return Math.max(Distribution.LEAST, samples.ofRank(rank));
  }

  /** Zero where there is none. */
  private static long lowRank(long n, double p, double tail) {
    return n <= Integer.MAX_VALUE
        ? BinomialDistribution.of((int) n, p).inverseCumulativeProbability(tail)
        : (long) Math.floor(n * p + NORMAL.inverseCumulativeProbability(tail) * deviation(n, p));
  }

  /** More than n where there is none. */
  private static long highRank(long n, double p, double tail) {
    return n <= Integer.MAX_VALUE
        ? 1L + BinomialDistribution.of((int) n, p).inverseSurvivalProbability(tail)
        : (long) Math.ceil(n * p + NORMAL.inverseSurvivalProbability(tail) * deviation(n, p)) + 1;
  }

  /** Of counts beyond two thousand millions, the normal distribution is exact enough. */
  private static double deviation(long n, double p) {
    return Math.sqrt(n * p * (1 - p));
  }
}
