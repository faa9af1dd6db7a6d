package stress.load;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many starts in so many nanoseconds, exactly; kept as a reduced fraction, so that {@code
 * 3000/m} equals {@code 50/s}.
 *
 * @param starts 0 means silence
 * @param nanos at least 1, and not less than {@code starts}: one start a nanosecond is the most
 */
public record Rate(long starts, long nanos) {
  /** What an error message says was expected. */
  public static final String EXPECTED = "expected COUNT/UNIT such as 50/s or 3000/m";

  private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)/(s|m|h)");
  private static final Map<String, Long> NANOS_OF_UNIT = units();

  private static Map<String, Long> units() {
    Map<String, Long> units = new LinkedHashMap<>();
    units.put("s", 1_000_000_000L);
    units.put("m", 60_000_000_000L);
    units.put("h", 3_600_000_000_000L);
    return units;
  }

  public Rate {
    if (starts < 0 || nanos < 1) {
      throw new IllegalArgumentException(
          "a rate of "
              + starts
              + " starts in "
              + nanos
              + " ns is not a rate: expected 0 or more"
              + " starts in 1 ns or more");
    }
    if (starts > nanos) {
      throw new IllegalArgumentException(
          "a rate of "
              + starts
              + " starts in "
              + nanos
              + " ns is too high: expected at most"
              + " 1000000000/s");
    }
    long divisor = BigInteger.valueOf(starts).gcd(BigInteger.valueOf(nanos)).longValueExact();
    starts /= divisor;
    nanos /= divisor;
  }

  /**
   * Reads {@code COUNT/UNIT}, where the count may have decimals and the unit is s, m or h.
   *
   * @throws IllegalArgumentException with a message that names the text and what was expected
   */
  public static Rate parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a rate: " + EXPECTED);
    }
    BigDecimal count = new BigDecimal(matcher.group(1));
    BigInteger starts = count.unscaledValue();
    BigInteger nanos =
        BigInteger.TEN.pow(count.scale()).multiply(BigInteger.valueOf(unit(matcher.group(2))));
    BigInteger divisor = starts.gcd(nanos);
    try {
      return new Rate(
          starts.divide(divisor).longValueExact(), nanos.divide(divisor).longValueExact());
    } catch (ArithmeticException tooLong) {
      throw new IllegalArgumentException(
          "the rate '" + text + "' has too many digits: " + EXPECTED, tooLong);
    }
  }

  private static long unit(String name) {
    return NANOS_OF_UNIT.get(name);
  }

  /** True when nothing starts at this rate. */
  public boolean isSilence() {
    return starts == 0;
  }

  /** Starts a second, rounded to the nearest double: for display, never for a schedule. */
  public double perSecond() {
    return perNano() * 1e9;
  }

  double perNano() {
    return (double) starts / nanos;
  }

  Fraction exact() {
    return Fraction.of(starts, nanos);
  }

  /** The text that {@link #parse} reads back as the same rate: {@code 50/s}, {@code 100/h}. */
  public String describe() {
    for (Map.Entry<String, Long> unit : NANOS_OF_UNIT.entrySet()) {
      BigDecimal count = BigDecimal.valueOf(starts).multiply(BigDecimal.valueOf(unit.getValue()));
      try {
        BigDecimal exact = count.divide(BigDecimal.valueOf(nanos)).stripTrailingZeros();
        return exact.toPlainString() + "/" + unit.getKey();
      } catch (ArithmeticException endless) {
        continue; // no finite decimal in this unit: 100/h is 1.66…/m
      }
    }
    return starts + " in " + nanos + "ns";
  }
}
