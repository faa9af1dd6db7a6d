package stress.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a whole, kept as two whole numbers.
 *
 * @param whole may be zero: then there is no share
 */
public record Share(long part, long whole) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Whether there is anything to have a share of. */
  public boolean isDefined() {
    return whole > 0;
  }

  /** Compares exactly with a number of percent; only of a defined share. */
  int compareToPercent(BigDecimal percent) {
    return BigDecimal.valueOf(part)
        .multiply(HUNDRED)
        .compareTo(percent.multiply(BigDecimal.valueOf(whole)));
  }

  /**
   * The share in percent to at most two decimals, cut and not rounded, so that 9 999 of 10 000
   * never reads as all; {@code –} when it is not defined.
   */
  public String percent() {
    if (!isDefined()) {
      return "–";
    }
    BigDecimal percent =
        BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN);
    if (part > 0 && percent.signum() == 0) {
      return "< 0.01 %";
    }
    return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + " %";
  }
}
