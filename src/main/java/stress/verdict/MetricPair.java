package stress.verdict;

import java.util.function.DoubleFunction;

/**
 * A metric that both runs have, before the level is known at which it is compared: that depends on
 * how many there are.
 *
 * @param base for an alpha, the estimate of the base
 * @param fresh for an alpha, the estimate of the new run
 * @param change for an alpha, new ÷ base, of a share new − base
 */
record MetricPair(
    String name,
    ComparedMetric.Kind kind,
    ComparedMetric.Samples samples,
    DoubleFunction<Estimate> base,
    DoubleFunction<Estimate> fresh,
    DoubleFunction<Estimate> change) {
  private static final double SINGLE = 0.05;

  /**
   * @param alpha the probability with which this one metric may give a false alarm
   */
  ComparedMetric compared(double alpha, ChangeRule rule) {
    Estimate moved = change.apply(alpha);
    boolean share = kind == ComparedMetric.Kind.SHARE;
    Estimate cost = kind == ComparedMetric.Kind.RATE ? moved.inverse() : moved;
    Change verdict = share ? rule.ofShare(moved) : rule.ofCost(cost);
    return new ComparedMetric(
        name,
        kind,
        samples,
        base.apply(SINGLE),
        fresh.apply(SINGLE),
        moved,
        verdict,
        share ? verdict == Change.WORSE : rule.isRegression(cost));
  }
}
