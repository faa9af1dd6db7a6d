package stress.verdict;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a metric came to.
 *
 * @param value in the metric's base unit, exact or to 34 digits
 * @param limits where the true value lies; absent for a metric that states none
 * @param evidence a sentence with the numbers behind it
 */
record Measured(BigDecimal value, Optional<Limits> limits, String evidence) {
  static Measured of(BigDecimal value, String evidence) {
    return new Measured(value, Optional.empty(), evidence);
  }
}
