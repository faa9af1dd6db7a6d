package stress.verdict;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Garwood's exact interval of the rate of events that come by chance, as in a Poisson process (F.
 * Garwood, Biometrika 28 (1936) 437). Events that come more evenly, as most answers do, vary less:
 * for them it is wider than it need be.
 */
final class RateInterval {
  private RateInterval() {}

  /**
   * @param events one at least
   * @param alpha the probability with which the interval may miss the true rate
   * @return events a second
   */
  static Estimate of(long events, double seconds, double alpha) {
    double low =
        ChiSquaredDistribution.of(2.0 * events).inverseCumulativeProbability(alpha / 2) / 2;
    double high =
        ChiSquaredDistribution.of(2.0 * events + 2).inverseSurvivalProbability(alpha / 2) / 2;
    return new Estimate(low / seconds, events / seconds, high / seconds);
  }
}
