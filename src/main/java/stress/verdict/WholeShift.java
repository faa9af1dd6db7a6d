package stress.verdict;

import java.util.function.DoublePredicate;
import org.apache.commons.statistics.distribution.NormalDistribution;
import stress.measure.Distribution;
import stress.measure.Staircase;

/**
 * By which factor a distribution of durations moved as a whole: Hodges and Lehmann's estimate, the
 * factor c at which c times the base and the new samples are as often the greater, with the
 * interval of all c that the Wilcoxon–Mann–Whitney test does not refuse. Computed from the
 * histograms' counts, ties corrected, nothing drawn.
 *
 * <p>Mann, Whitney, Ann. Math. Stat. 18 (1947) 50; Hodges, Lehmann, Ann. Math. Stat. 34 (1963) 598;
 * variance with ties: Lehmann, Nonparametrics (1975), section 1.4. It sees a shift of everything
 * with fewer samples than a quantile does, and no change of the tail alone.
 */
final class WholeShift {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Enough to halve 24 h ÷ 1 µs, twice, down to a millionth. */
  private static final int HALVINGS = 60;

  private final Staircase base;
  private final Staircase fresh;

  /** Both of one value at least. */
  WholeShift(Staircase base, Staircase fresh) {
    this.base = base;
    this.fresh = fresh;
  }

  /**
   * @param alpha the probability with which the interval may miss the true factor
   */
  Estimate factor(double alpha) {
    double z = NORMAL.inverseSurvivalProbability(alpha / 2);
    double least = nanos(fresh, 0) / nanos(base, base.steps() - 1) / 2;
    double greatest = nanos(fresh, fresh.steps() - 1) / nanos(base, 0) * 2;
    double middle = border(least, greatest, factor -> above(factor) > 0);
    double low = score(least) > z ? border(least, middle, factor -> score(factor) > z) : 0;
    double high =
        score(greatest) < -z
            ? border(middle, greatest, factor -> score(factor) >= -z)
            : Double.POSITIVE_INFINITY;
    return new Estimate(Math.min(low, middle), middle, Math.max(high, middle));
  }

  /** Where a predicate that holds below and not above changes. */
  private static double border(double below, double above, DoublePredicate holds) {
    double low = Math.log(below);
    double high = Math.log(above);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (holds.test(Math.exp(middle))) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double nanos(Staircase samples, int step) {
    return Math.max(Distribution.LEAST, samples.value(step));
  }

  /**
   * The standardised Mann–Whitney statistic of the new samples against so many times the base, with
   * the correction for continuity: positive where the new ones are the greater.
   */
  private double score(double factor) {
    Statistic statistic = statistic(factor);
    double distance = Math.max(0, Math.abs(statistic.above()) - 0.5);
    return statistic.variance() <= 0
        ? 0
        : Math.signum(statistic.above()) * distance / Math.sqrt(statistic.variance());
  }

  private double above(double factor) {
    return statistic(factor).above();
  }

  /**
   * Mann and Whitney's U.
   *
   * @param above U less what is expected of equal distributions
   * @param variance of U for equal distributions
   */
  private record Statistic(double above, double variance) {}

  private Statistic statistic(double factor) {
    double n1 = base.count();
    double n2 = fresh.count();
    double above = 0;
    double ties = 0;
    double baseBelow = 0;
    int i = 0;
    int j = 0;
    while (i < base.steps() || j < fresh.steps()) {
      double x = i < base.steps() ? factor * nanos(base, i) : Double.POSITIVE_INFINITY;
      double y = j < fresh.steps() ? nanos(fresh, j) : Double.POSITIVE_INFINITY;
      double ofBase = x <= y ? base.at(i++) : 0;
      double ofFresh = y <= x ? fresh.at(j++) : 0;
      above += ofFresh * (baseBelow + ofBase / 2);
      baseBelow += ofBase;
      double tied = ofBase + ofFresh;
      ties += tied * tied * tied - tied;
    }
    double n = n1 + n2;
    double variance = n1 * n2 / 12 * (n + 1 - (n < 2 ? 0 : ties / (n * (n - 1))));
    return new Statistic(above - n1 * n2 / 2, variance);
  }
}
