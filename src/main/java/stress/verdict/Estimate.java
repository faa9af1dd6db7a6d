package stress.verdict;

/**
 * A number that was estimated from samples, and the interval that holds the true one.
 *
 * @param low negative infinity, or zero for what cannot be negative, where the samples give no
 *     bound
 * @param high positive infinity where the samples give no bound
 */
public record Estimate(double low, double value, double high) {
  public Estimate {
    if (!(low <= value && value <= high)) {
      throw new IllegalArgumentException(low + " … " + value + " … " + high + " is no interval");
    }
  }

  /** The same of the inverse of what is positive. */
  Estimate inverse() {
    return new Estimate(1 / high, 1 / value, low == 0 ? Double.POSITIVE_INFINITY : 1 / low);
  }
}
