package stress.verdict;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Wilson's score interval of a share (E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209), from which
 * Newcombe makes the interval of a difference.
 */
final class ShareInterval {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private ShareInterval() {}

  /**
   * @param share a defined one
   * @param alpha the probability with which the interval may miss the true share
   * @return from 0 to 1
   */
  static Estimate of(Share share, double alpha) {
    double z = NORMAL.inverseSurvivalProbability(alpha / 2);
    double n = share.whole();
    double p = share.part() / n;
    double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return new Estimate(
        Math.max(0, Math.min(p, middle - half)), p, Math.min(1, Math.max(p, middle + half)));
  }
}
