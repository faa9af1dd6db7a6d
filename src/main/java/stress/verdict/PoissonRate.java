package stress.verdict;

import org.apache.commons.statistics.distribution.GammaDistribution;
import stress.measure.Window;

/**
 * The exact confidence interval of a rate whose events come independently of each other: how far it
 * would move from run to run if they did. Events of an even schedule move less.
 *
 * <p>See Garwood, <em>Biometrika</em> 28 (1936); here by quantiles of the gamma distribution.
 */
final class PoissonRate {
  private static final double TAIL = Limits.OUTSIDE / 2;

  private PoissonRate() {}

  /**
   * @param window not without length
   */
  static Limits of(long events, Window window) {
    double low =
        events == 0 ? 0 : GammaDistribution.of(events, 1).inverseCumulativeProbability(TAIL);
    double high = GammaDistribution.of(events + 1.0, 1).inverseSurvivalProbability(TAIL);
    double seconds = window.nanos() / 1e9;
    return Limits.of(low / seconds, high / seconds);
  }
}
