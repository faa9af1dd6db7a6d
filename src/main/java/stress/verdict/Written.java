package stress.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Measured values as a finding shows them: four significant digits and a unit. */
final class Written {
  private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_UP);
  private static final String[] TIMES = {"ns", "µs", "ms", "s", "m", "h"};
  private static final long[] NANOS = {
    1L, 1_000L, 1_000_000L, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L
  };
  private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB"};
  private static final BigDecimal KIBI = BigDecimal.valueOf(1_024);

  private Written() {}

  static String of(Unit unit, BigDecimal value) {
    return switch (unit) {
      case DURATION -> duration(value);
      case SHARE -> percent(value);
      case CORES, GROWTH -> number(value) + " %";
      case COUNT, LEVEL -> number(value);
      case BYTES -> bytes(value);
      case RATE, TREND -> number(value) + "/s";
      case BYTE_RATE -> bytes(value) + "/s";
    };
  }

  /** Where the true value lies, in one line. */
  static String of(Unit unit, Limits limits) {
    if (limits.low().isEmpty() && limits.high().isEmpty()) {
      return "no limit either way";
    }
    if (limits.high().isEmpty()) {
      return "from " + of(unit, limits.low().get()) + ", no upper limit";
    }
    if (limits.low().isEmpty()) {
      return "to " + of(unit, limits.high().get()) + ", no lower limit";
    }
    return of(unit, limits.low().get()) + " … " + of(unit, limits.high().get());
  }

  private static String duration(BigDecimal nanos) {
    if (nanos.signum() == 0) {
      return "0 s";
    }
    BigDecimal rounded = nanos.round(DIGITS);
    int unit = TIMES.length - 1;
    while (unit > 0 && rounded.compareTo(BigDecimal.valueOf(NANOS[unit])) < 0) {
      unit--;
    }
    return number(nanos.divide(BigDecimal.valueOf(NANOS[unit]), MathContext.DECIMAL64))
        + " "
        + TIMES[unit];
  }

  /** Cut and not rounded, as {@link Share#percent} does, so that 99.999 % never reads as all. */
  private static String percent(BigDecimal percent) {
    BigDecimal cut = percent.setScale(2, RoundingMode.DOWN);
    if (percent.signum() > 0 && cut.signum() == 0) {
      return "< 0.01 %";
    }
    return plain(cut) + " %";
  }

  private static String bytes(BigDecimal bytes) {
    BigDecimal value = bytes;
    int unit = 0;
    while (value.round(DIGITS).compareTo(KIBI) >= 0 && unit < BYTES.length - 1) {
      value = value.divide(KIBI, MathContext.DECIMAL64);
      unit++;
    }
    return number(value) + " " + BYTES[unit];
  }

  /** Whole numbers in full, others to four significant digits. */
  private static String number(BigDecimal value) {
    BigDecimal shown =
        value.stripTrailingZeros().scale() <= 0 || value.abs().compareTo(BigDecimal.TEN.pow(4)) >= 0
            ? value.setScale(0, RoundingMode.HALF_UP)
            : value.round(DIGITS);
    shown = shown.scale() > 4 ? shown.setScale(4, RoundingMode.HALF_UP) : shown;
    String text = plain(shown);
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    return Grouping.of(Long.parseLong(whole.replace("-", "")))
            .transform(digits -> text.startsWith("-") ? "-" + digits : digits)
        + (point < 0 ? "" : text.substring(point));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
