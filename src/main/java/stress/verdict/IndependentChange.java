package stress.verdict;

/**
 * The interval of a difference or ratio of two numbers that were estimated independently, from
 * their own intervals: the distances to their bounds add up like the sides of a right angle.
 *
 * <p>Newcombe, Statistics in Medicine 17 (1998) 873, method 10, for shares; for any estimates Zou
 * and Donner, Statistics in Medicine 27 (2008) 1693 (MOVER). It asks nothing of the shape of the
 * distributions that the given intervals do not ask.
 */
final class IndependentChange {
  private IndependentChange() {}

  /** The new number less the base. */
  static Estimate difference(Estimate base, Estimate fresh) {
    double value = fresh.value() - base.value();
    return new Estimate(
        value - Math.hypot(fresh.value() - fresh.low(), base.high() - base.value()),
        value,
        value + Math.hypot(fresh.high() - fresh.value(), base.value() - base.low()));
  }

  /** The new number divided by the base, both positive. */
  static Estimate ratio(Estimate base, Estimate fresh) {
    Estimate difference = difference(logarithm(base), logarithm(fresh));
    return new Estimate(
        Math.exp(difference.low()), Math.exp(difference.value()), Math.exp(difference.high()));
  }

  private static Estimate logarithm(Estimate positive) {
    return new Estimate(
        Math.log(positive.low()), Math.log(positive.value()), Math.log(positive.high()));
  }
}
