package stress.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the sentences of a judgement hold them, to three digits. */
final class Words {
  private static final String[] UNITS = {"µs", "ms", "s", "min", "h"};
  private static final long[] NANOS = {
    1_000L, 1_000_000L, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L
  };
  private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Words() {}

  /** A share of one, rounded to whole percents, or to a tenth below ten. */
  static String percent(double share) {
    double percent = 100 * share;
    return percent < 10 ? number(percent, 1) + " %" : Grouping.of(Math.round(percent)) + " %";
  }

  /** An amount of processor: {@code 5 % of a core}, {@code 1 core}, {@code 1.5 cores}. */
  static String cores(double cores) {
    if (cores < 1) {
      return percent(cores) + " of a core";
    }
    return number(cores, 2) + (cores == 1 ? " core" : " cores");
  }

  static String duration(long nanos) {
    if (nanos < NANOS[0]) {
      return nanos <= 0 ? "0 s" : "< 1 µs";
    }
    int unit = UNITS.length - 1;
    while (nanos < NANOS[unit]) {
      unit--;
    }
    return three((double) nanos / NANOS[unit]) + " " + UNITS[unit];
  }

  static String bytes(double bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1_024 && unit < BYTES.length - 1) {
      value /= 1_024;
      unit++;
    }
    return three(value) + " " + BYTES[unit];
  }

  static String rate(double perSecond) {
    return perSecond < 100
        ? String.format(Locale.ROOT, "%.1f", perSecond)
        : Grouping.of(Math.round(perSecond));
  }

  /** A number that is no count, to three significant digits and without trailing zeros. */
  static String three(double value) {
    if (Math.abs(value) >= 999.5) {
      return Grouping.of(Math.round(value));
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_UP));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String number(double value, int decimals) {
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
