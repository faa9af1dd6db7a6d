package stress.verdict;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where the true value lies with 95 % confidence, two-sided, in the base unit of its metric.
 *
 * @param low absent where the sample sets no lower limit
 * @param high absent where the sample sets no upper limit
 */
record Limits(Optional<BigDecimal> low, Optional<BigDecimal> high) {
  /** The probability of lying outside, half of it on either side. */
  static final double OUTSIDE = 0.05;

  static Limits of(double low, double high) {
    return new Limits(Optional.of(new BigDecimal(low)), Optional.of(new BigDecimal(high)));
  }
}
