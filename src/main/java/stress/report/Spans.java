package stress.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import stress.verdict.Estimate;

/** Estimates and intervals in a narrow column: {@code 12.3 ms (12.1…12.5)}. */
final class Spans {
  private static final String OPEN = "?";
  private static final double GREATEST_PERCENT = 999;

  private Spans() {}

  /** A duration in nanoseconds; the bounds are in the value's own unit. */
  static String duration(Estimate nanos) {
    String value = Figures.duration(Math.round(nanos.value()));
    double unit =
        switch (value.substring(value.lastIndexOf(' ') + 1)) {
          case "µs" -> 1e3;
          case "ms" -> 1e6;
          case "s" -> 1e9;
          case "m" -> 60e9;
          default -> 3_600e9;
        };
    return value + " (" + bound(nanos.low() / unit) + "…" + bound(nanos.high() / unit) + ")";
  }

  static String plain(double low, double value, double high, String unit) {
    return bound(value) + unit + " (" + bound(low) + "…" + bound(high) + ")";
  }

  private static String bound(double number) {
    return Double.isFinite(number) ? significant(number) : OPEN;
  }

  private static String significant(double number) {
    if (number == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(3, RoundingMode.HALF_UP));
    return rounded.precision() - rounded.scale() > 3
        ? Figures.count(rounded.longValue())
        : rounded
            .setScale(Math.max(0, Math.min(3, rounded.scale())), RoundingMode.HALF_UP)
            .toPlainString();
  }

  /** Both bounds of a change with their signs. */
  static String signed(double low, double high) {
    return signed(low) + "…" + signed(high);
  }

  private static String signed(double number) {
    if (!Double.isFinite(number) || number <= -100) {
      return OPEN;
    }
    if (number > GREATEST_PERCENT) {
      return "> +999";
    }
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
    return (rounded.signum() < 0 ? "−" : "+") + rounded.abs().toPlainString();
  }
}
