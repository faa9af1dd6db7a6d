package stress.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as they are written in thresholds, in nanoseconds. */
final class TimeText {
  private static final Pattern PART =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)(ns|us|µs|μs|ms|s|m|h|d)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L,
          "d", 86_400_000_000_000L);

  private TimeText() {}

  /** Reads parts with units; a bare number is refused, since nobody knows its unit. */
  static Optional<BigDecimal> parse(String text) {
    Matcher matcher = PART.matcher(text);
    BigDecimal nanos = BigDecimal.ZERO;
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      nanos =
          nanos.add(
              new BigDecimal(matcher.group(1))
                  .multiply(BigDecimal.valueOf(NANOS.get(matcher.group(2)))));
      end = matcher.end();
    }
    return end == 0 || end != text.length()
        ? Optional.empty()
        : Optional.of(nanos.setScale(0, RoundingMode.HALF_UP));
  }

  /** In one unit, the greatest in which it is at least one, or minutes and seconds. */
  static String format(BigDecimal nanos) {
    BigDecimal minute = BigDecimal.valueOf(NANOS.get("m"));
    if (nanos.compareTo(minute) >= 0) {
      BigDecimal[] parts = nanos.divideAndRemainder(minute);
      return Bound.plain(parts[0])
          + "m"
          + (parts[1].signum() == 0 ? "" : Bound.plain(parts[1].movePointLeft(9)) + "s");
    }
    for (String unit : new String[] {"s", "ms", "us"}) {
      BigDecimal value = nanos.divide(BigDecimal.valueOf(NANOS.get(unit)));
      if (value.compareTo(BigDecimal.ONE) >= 0) {
        return Bound.plain(value) + unit;
      }
    }
    return nanos.signum() == 0 ? "0s" : Bound.plain(nanos) + "ns";
  }
}
