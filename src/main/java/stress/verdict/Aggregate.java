package stress.verdict;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which number of a distribution.
 *
 * @param percent of a percentile alone: more than 0, at most 100
 */
record Aggregate(Kind kind, Optional<BigDecimal> percent) {
  /** In lists, {@code pNN} stands for any percentile. */
  static final List<String> ALL = List.of("pNN", "min", "max", "mean", "count");

  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,3}(?:\\.\\d{1,9})?)");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The sorts of numbers. */
  enum Kind {
    PERCENTILE,
    MIN,
    MAX,
    MEAN,
    COUNT
  }

  /** Absent when there is no such number. */
  static Optional<Aggregate> parse(String text) {
    return switch (text) {
      case "min" -> Optional.of(of(Kind.MIN));
      case "max" -> Optional.of(of(Kind.MAX));
      case "mean" -> Optional.of(of(Kind.MEAN));
      case "count" -> Optional.of(of(Kind.COUNT));
      default -> percentile(text);
    };
  }

  private static Aggregate of(Kind kind) {
    return new Aggregate(kind, Optional.empty());
  }

  private static Optional<Aggregate> percentile(String text) {
    Matcher matcher = PERCENTILE.matcher(text);
    return matcher.matches()
        ? Optional.of(new BigDecimal(matcher.group(1)))
            .filter(percent -> percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0)
            .map(percent -> new BigDecimal(percent.stripTrailingZeros().toPlainString()))
            .map(percent -> new Aggregate(Kind.PERCENTILE, Optional.of(percent)))
        : Optional.empty();
  }

  /** The name behind the last dot of a metric. */
  String text() {
    return switch (kind) {
      case PERCENTILE -> "p" + percent.orElseThrow().toPlainString();
      case MIN -> "min";
      case MAX -> "max";
      case MEAN -> "mean";
      case COUNT -> "count";
    };
  }
}
