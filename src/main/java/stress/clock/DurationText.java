package stress.clock;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 30}, {@code 250ms}, {@code 1.5s}, {@code 1m30s}. */
public final class DurationText {
  /** What an error message says was expected. */
  public static final String EXPECTED = "a duration such as 30 (seconds), 250ms, 1.5s, 1m30s or 2h";

  private static final Map<String, Long> NANOS_OF_UNIT =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L,
          "d", 86_400_000_000_000L);
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|ms|s|m|h|d)");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private DurationText() {}

  /**
   * Reads a duration; a bare number is seconds.
   *
   * @throws IllegalArgumentException with a message that names the text and what was expected
   */
  public static Duration parse(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    try {
      if (NUMBER.matcher(trimmed).matches()) {
        return of(trimmed, "s");
      }
      return parseParts(trimmed);
    } catch (ArithmeticException tooLarge) {
      throw wrong(text);
    }
  }

  private static Duration parseParts(String text) {
    Matcher matcher = PART.matcher(text);
    Duration sum = Duration.ZERO;
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      sum = sum.plus(of(matcher.group(1), matcher.group(2)));
      end = matcher.end();
    }
    if (end == 0 || end != text.length()) {
      throw wrong(text);
    }
    sum.toNanos(); // a duration that nanoseconds cannot hold is refused here, not in a later sum
    return sum;
  }

  private static Duration of(String number, String unit) {
    BigDecimal nanos = new BigDecimal(number).multiply(BigDecimal.valueOf(NANOS_OF_UNIT.get(unit)));
    return Duration.ofNanos(nanos.setScale(0, java.math.RoundingMode.HALF_UP).longValueExact());
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException("'" + text + "' is not " + EXPECTED);
  }

  /**
   * The shortest text that {@link #parse} reads back as the same duration: {@code 1m30s}, {@code
   * 250ms}, {@code 0s}.
   */
  public static String format(Duration duration) {
    long nanos = duration.toNanos();
    if (nanos == 0) {
      return "0s";
    }
    if (nanos < 1_000_000_000L) {
      return subSecond(nanos);
    }
    StringBuilder text = new StringBuilder();
    long hours = nanos / NANOS_OF_UNIT.get("h");
    long minutes = nanos / NANOS_OF_UNIT.get("m") % 60;
    long rest = nanos % NANOS_OF_UNIT.get("m");
    if (hours > 0) {
      text.append(hours).append('h');
    }
    if (minutes > 0) {
      text.append(minutes).append('m');
    }
    if (rest > 0) {
      text.append(plain(rest, "s")).append('s');
    }
    return text.toString();
  }

  private static String subSecond(long nanos) {
    for (String unit : new String[] {"ms", "us"}) {
      if (nanos >= NANOS_OF_UNIT.get(unit)) {
        return plain(nanos, unit) + unit;
      }
    }
    return nanos + "ns";
  }

  private static String plain(long nanos, String unit) {
    return BigDecimal.valueOf(nanos)
        .divide(BigDecimal.valueOf(NANOS_OF_UNIT.get(unit)))
        .stripTrailingZeros()
        .toPlainString();
  }
}
