package stress.load;

/**
 * The inverse for a rate that goes in a straight line from a to b in D nanoseconds.
 *
 * <p>Going up, with the slope m = (b − a) ÷ D, n starts are added by the t of a·t + m·t²/2 = n,
 * that is t = 2n ÷ (a + √(a² + 2mn)): the form of the root that subtracts nothing, so it loses no
 * digits. Going down is the same line seen from its end: D less the time that the remaining starts
 * take to grow from b. Rounded to the nearest nanosecond.
 */
final class RampInverse implements Inverse {
  private final long wholeBefore;
  private final double restBefore;
  private final long wholeAfter;
  private final double restAfter;
  private final long length;
  private final boolean up;
  private final double low;
  private final double slope;

  RampInverse(Stage stage, Fraction before, Fraction after) {
    this.wholeBefore = before.floor();
    this.restBefore = before.rest();
    this.wholeAfter = after.floor();
    this.restAfter = after.rest();
    this.length = stage.length().orElseThrow().toNanos();
    double from = stage.from().perNano();
    double to = stage.to().perNano();
    this.up = to > from;
    this.low = Math.min(from, to);
    this.slope = Math.abs(to - from) / length;
  }

  @Override
  public long offset(long index) {
    return up
        ? growth(index - wholeBefore - restBefore)
        : length - growth(wholeAfter - index + restAfter);
  }

  @Override
  public long offset(double added) {
    return up
        ? growth(added)
        : length - growth(wholeAfter - wholeBefore + restAfter - restBefore - added);
  }

  /** The time in which a rate that begins at its lower end and goes up adds so many starts. */
  private long growth(double starts) {
    if (starts <= 0) {
      return 0;
    }
    double time = 2 * starts / (low + Math.sqrt(low * low + 2 * slope * starts));
    return Math.min(length, Math.round(time));
  }
}
