package stress.verdict;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Garwood's exact interval of the rate of events that come by chance, as in a Poisson process (F.
 * Garwood, Biometrika 28 (1936) 437). Events that come more evenly, as most answers do, vary less:
 * for them it is wider than it need be.
 */
final class RateInterval {
  /** From here on the normal distribution is the same to more digits than are shown. */
  private static final long MANY = 1_000_000;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private RateInterval() {}

  /**
   * @param events one at least
   * @param alpha the probability with which the interval may miss the true rate
   * @return events a second
   */
  static Estimate of(long events, double seconds, double alpha) {
    if (events > MANY) {
      double half = NORMAL.inverseSurvivalProbability(alpha / 2) * Math.sqrt(events);
      return new Estimate((events - half) / seconds, events / seconds, (events + half) / seconds);
    }
    double low =
        ChiSquaredDistribution.of(2.0 * events).inverseCumulativeProbability(alpha / 2) / 2;
    double high =
        ChiSquaredDistribution.of(2.0 * events + 2).inverseSurvivalProbability(alpha / 2) / 2;
    return new Estimate(low / seconds, events / seconds, high / seconds);
  }
}
