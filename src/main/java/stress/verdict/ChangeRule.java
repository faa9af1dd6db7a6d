package stress.verdict;

/**
 * From the interval of a change to a word.
 *
 * <p>Durations and rates: <em>worse</em> where the whole interval lies beyond {@value #TOLERANCE},
 * <em>same</em> where it lies within {@value #MATTERS} of no change, else it cannot be told. Two
 * runs of one target differ by a percent or so for reasons outside it (the temperature of the
 * processor, the neighbours on the machine, the histogram's own 0.1 %), and with many samples every
 * such difference is significant: the tolerance keeps them out. Shares have no tolerance: any
 * significant loss is worse.
 */
final class ChangeRule {
  /** 2 %. */
  static final double TOLERANCE = 0.02;

  /** 10 %: a change that would matter. */
  static final double MATTERS = 0.10;

  /** Five points of a hundred, for shares. */
  static final double MATTERS_TO_SHARE = 0.05;

  private final double tolerance;
  private final double allowed;

  /**
   * @param allowed by how much a metric may get worse, 0.1 for 10 %
   */
  ChangeRule(double allowed) {
    this.allowed = allowed;
    this.tolerance = Math.min(TOLERANCE, allowed);
  }

  /**
   * @param cost how many times as much time is needed
   */
  Change ofCost(Estimate cost) {
    if (cost.low() > 1 + tolerance) {
      return Change.WORSE;
    }
    if (cost.high() < 1 / (1 + TOLERANCE)) {
      return Change.BETTER;
    }
    return cost.low() >= 1 / (1 + MATTERS) && cost.high() <= 1 + MATTERS
        ? Change.SAME
        : Change.CANNOT_TELL;
  }

  boolean isRegression(Estimate cost) {
    return cost.low() > 1 + allowed;
  }

  /**
   * @param gain the new share less the base
   */
  Change ofShare(Estimate gain) {
    if (gain.high() < 0) {
      return Change.WORSE;
    }
    if (gain.low() > 0) {
      return Change.BETTER;
    }
    return gain.low() >= -MATTERS_TO_SHARE && gain.high() <= MATTERS_TO_SHARE
        ? Change.SAME
        : Change.CANNOT_TELL;
  }
}
