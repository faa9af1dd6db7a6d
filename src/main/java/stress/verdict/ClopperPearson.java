package stress.verdict;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The exact confidence interval of a share, in percent: every probability under which neither so
 * few nor so many are rarer than 2.5 %. Coverage is 95 % at least.
 *
 * <p>See Clopper and Pearson, <em>Biometrika</em> 26 (1934); here by quantiles of the beta
 * distribution.
 */
final class ClopperPearson {
  private static final double TAIL = Limits.OUTSIDE / 2;

  private ClopperPearson() {}

  /** Only of a defined share. */
  static Limits of(Share share) {
    double k = share.part();
    double n = share.whole();
    double low =
        share.part() == 0
            ? 0
            : BetaDistribution.of(k, n - k + 1).inverseCumulativeProbability(TAIL);
    double high =
        share.part() == share.whole()
            ? 1
            : BetaDistribution.of(k + 1, n - k).inverseSurvivalProbability(TAIL);
    return Limits.of(100 * low, 100 * high);
  }
}
