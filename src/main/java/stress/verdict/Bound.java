package stress.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value on the right of a threshold.
 *
 * @param text as it is written back, and read as the same bound again
 * @param base in the unit's base unit
 */
record Bound(String text, BigDecimal base) {
  private static final String NUMBER = "(-?\\d{1,15}(?:\\.\\d{1,9})?)";
  private static final Pattern PLAIN = Pattern.compile(NUMBER);
  private static final Pattern PERCENT = Pattern.compile(NUMBER + "%");
  private static final Pattern SIZE = Pattern.compile(NUMBER + "([A-Za-z]+)");
  private static final Pattern RATE = Pattern.compile(NUMBER + "/([smh])");
  private static final Pattern SIZE_RATE = Pattern.compile(NUMBER + "([A-Za-z]+)/([smh])");
  private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3_600);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * Reads a bound; blanks are passed over.
   *
   * @return absent when the text is no value of this unit
   */
  static Optional<Bound> parse(Unit unit, String text) {
    String packed = text.replaceAll("\\s+", "");
    Optional<Bound> bound =
        switch (unit) {
          case DURATION -> TimeText.parse(packed).map(n -> new Bound(TimeText.format(n), n));
          case SHARE, CORES, GROWTH -> percent(packed);
          case COUNT, LEVEL -> plain(packed);
          case BYTES -> size(packed);
          case RATE, TREND -> rate(packed);
          case BYTE_RATE -> sizeRate(packed);
        };
    return bound.filter(value -> allowed(unit, value.base()));
  }

  private static boolean allowed(Unit unit, BigDecimal value) {
    return switch (unit) {
      case LEVEL, TREND, GROWTH -> true;
      case SHARE -> value.signum() >= 0 && value.compareTo(HUNDRED) <= 0;
      case COUNT -> value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0;
      case DURATION, CORES, BYTES, RATE, BYTE_RATE -> value.signum() >= 0;
    };
  }

  private static Optional<Bound> plain(String text) {
    return number(PLAIN.matcher(text)).map(n -> new Bound(plain(n), n));
  }

  private static Optional<Bound> percent(String text) {
    return number(PERCENT.matcher(text)).map(n -> new Bound(plain(n) + "%", n));
  }

  private static Optional<Bound> size(String text) {
    Matcher matcher = SIZE.matcher(text);
    return number(matcher)
        .flatMap(
            n ->
                Bytes.unit(matcher.group(2))
                    .map(unit -> new Bound(plain(n) + unit.id(), n.multiply(unit.bytes()))));
  }

  private static Optional<Bound> rate(String text) {
    Matcher matcher = RATE.matcher(text.toLowerCase(Locale.ROOT));
    return number(matcher)
        .map(n -> new Bound(plain(n) + "/" + matcher.group(2), each(n, matcher.group(2))));
  }

  private static Optional<Bound> sizeRate(String text) {
    Matcher matcher = SIZE_RATE.matcher(text);
    return number(matcher)
        .flatMap(
            n ->
                Bytes.unit(matcher.group(2))
                    .map(
                        unit ->
                            new Bound(
                                plain(n) + unit.id() + "/" + matcher.group(3),
                                each(n.multiply(unit.bytes()), matcher.group(3)))));
  }

  private static BigDecimal each(BigDecimal number, String unit) {
    return number.divide(BigDecimal.valueOf(SECONDS.get(unit)), MathContext.DECIMAL128);
  }

  private static Optional<BigDecimal> number(Matcher matcher) {
    return matcher.matches()
        ? Optional.of(new BigDecimal(plain(new BigDecimal(matcher.group(1)))))
        : Optional.empty();
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
