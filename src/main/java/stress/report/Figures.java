package stress.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import stress.verdict.Grouping;
import stress.verdict.Share;

/** Numbers as the report prints them: three significant digits and a unit; counts in full. */
final class Figures {
  /** What stands where there is no value. */
  static final String NONE = "–";

  private static final String[] UNITS = {"µs", "ms", "s", "m", "h"};
  private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
  private static final long[] NANOS = {
    1_000L, 1_000_000L, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L
  };

  private Figures() {}

  static String count(long number) {
    return Grouping.of(number);
  }

  /** A share in percent, cut and not rounded: see {@link Share#percent}. */
  static String share(long part, long whole) {
    return new Share(part, whole).percent();
  }

  /**
   * A duration, such as {@code 1.25 s}; what is shorter than the clock can tell is {@code < 1 µs}.
   */
  static String duration(long nanos) {
    return nanos < 0
        ? "-" + duration(-nanos)
        : duration(nanos, new MathContext(3, RoundingMode.HALF_UP));
  }

  private static String duration(long nanos, MathContext digits) {
    if (nanos < NANOS[0]) {
      return nanos == 0 ? "0 s" : "< 1 µs";
    }
    // Rounded first, so that 999.7 ms is 1.00 s and not 1000 ms.
    BigDecimal rounded = BigDecimal.valueOf(nanos).round(digits);
    int unit = UNITS.length - 1;
    while (rounded.compareTo(BigDecimal.valueOf(NANOS[unit])) < 0) {
      unit--;
    }
    BigDecimal value = BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(NANOS[unit]), digits);
    return padded(value.round(digits), digits) + " " + UNITS[unit];
  }

  private static String padded(BigDecimal value, MathContext digits) {
    int decimals = Math.max(0, digits.getPrecision() - (value.precision() - value.scale()));
    BigDecimal scaled = value.setScale(decimals, RoundingMode.HALF_UP);
    return decimals == 0 ? Grouping.of(scaled.longValueExact()) : scaled.toPlainString();
  }

  /**
   * A value between two bounds as their middle and half their distance; the middle alone where the
   * bounds are the same to three digits.
   */
  static String between(long low, long high) {
    long least = Math.min(low, high);
    long half = (Math.max(low, high) - least) / 2;
    long middle = least + half;
    return half * 1_000 <= middle
        ? duration(middle)
        : duration(middle) + " ± " + duration(half, new MathContext(2, RoundingMode.HALF_UP));
  }

  static String rate(double perSecond) {
    return number(perSecond) + "/s";
  }

  /** A number that is no count, to three significant digits and without trailing zeros. */
  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    if (Math.abs(value) >= 999.5) {
      return Grouping.of(Math.round(value));
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_UP));
    BigDecimal short3 =
        rounded.setScale(Math.min(3, Math.max(0, rounded.scale())), RoundingMode.HALF_UP);
    return short3.signum() == 0 ? "< 0.001" : short3.stripTrailingZeros().toPlainString();
  }

  /** Bytes in the greatest unit of which there is one at least, such as {@code 1.5 KiB}. */
  static String bytes(double bytes) {
    double value = bytes;
    int unit = 0;
    // Compared as printed, so that 1 023.9 KiB is 1 MiB and not 1 024 KiB.
    while (Math.round(value) >= 1_024 && unit < BYTES.length - 1) {
      value /= 1_024;
      unit++;
    }
    return number(value) + " " + BYTES[unit];
  }

  static String mebibytes(long bytes) {
    return number(bytes / (1024.0 * 1024.0)) + " MiB";
  }
}
