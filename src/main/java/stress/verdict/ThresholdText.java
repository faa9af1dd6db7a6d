package stress.verdict;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The threshold language.
 *
 * <pre>
 * text      = threshold { "and" threshold } [ "strict" ] [ "abort-on-fail" [ "after" DURATION ] ]
 * threshold = METRIC ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) VALUE
 * </pre>
 *
 * What stands behind the last threshold holds for all of them.
 */
public final class ThresholdText {
  static final String STRICT = "strict";
  private static final String ABORT = "abort-on-fail";
  private static final String AFTER = "after";

  private static final Pattern AND = Pattern.compile("\\s+and\\s+");
  private static final Pattern TAIL =
      Pattern.compile("(.*?)(\\s+strict)?(\\s+abort-on-fail(?:\\s+after\\s+(\\S+))?)?");
  private static final Pattern PART =
      Pattern.compile("([A-Za-z][A-Za-z0-9._-]*)\\s*([<>=!~]+)\\s*(.*)");
  private static final Pattern MISPLACED =
      Pattern.compile("(?:.*\\s)?(strict|abort-on-fail|after)(?:\\s.*)?");

  private ThresholdText() {}

  /**
   * Reads the thresholds of a text, one at least.
   *
   * @throws IllegalArgumentException with a sentence that names the text and what was expected
   */
  public static List<Threshold> parse(String text) {
    String flat = text.strip().replaceAll("\\s+", " ");
    Matcher tail = TAIL.matcher(flat);
    if (!tail.matches()) {
      throw wrong(text, expected());
    }
    boolean strict = tail.group(2) != null;
    Optional<Duration> abort =
        tail.group(3) == null ? Optional.empty() : Optional.of(after(text, tail.group(4)));
    List<Threshold> thresholds = new ArrayList<>();
    for (String part : AND.split(tail.group(1), -1)) {
      thresholds.add(threshold(text, part.strip(), strict, abort));
    }
    return List.copyOf(thresholds);
  }

  static Threshold one(String text) {
    List<Threshold> thresholds = parse(text);
    if (thresholds.size() != 1) {
      throw wrong(text, "expected one threshold, found " + thresholds.size());
    }
    return thresholds.get(0);
  }

  private static Duration after(String text, String time) {
    if (time == null) {
      return Duration.ZERO;
    }
    return TimeText.parse(time)
        .map(nanos -> Duration.ofNanos(nanos.longValue()))
        .orElseThrow(
            () ->
                wrong(
                    text,
                    "'" + time + "' behind " + AFTER + ": expected " + Unit.DURATION.expected()));
  }

  private static Threshold threshold(
      String text, String part, boolean strict, Optional<Duration> abort) {
    Matcher matcher = PART.matcher(part);
    if (!matcher.matches()) {
      throw wrong(text, expected());
    }
    Metric metric = metric(text, matcher.group(1));
    Threshold.Operator operator =
        Threshold.Operator.ofSign(matcher.group(2))
            .orElseThrow(
                () ->
                    wrong(
                        text,
                        "there is no operator '" + matcher.group(2) + "'; expected < <= > or >="));
    Bound bound = bound(text, metric, matcher.group(3));
    if (abort.isPresent()) {
      checkAbort(text, metric, operator);
    }
    return new Threshold(metric, operator, bound, strict, abort);
  }

  private static Metric metric(String text, String name) {
    return MetricCatalogue.find(name)
        .orElseThrow(
            () ->
                wrong(
                    text,
                    "there is no metric '"
                        + name
                        + "'; did you mean "
                        + String.join(" or ", MetricCatalogue.nearest(name))
                        + "? 'stress metrics' lists all"));
  }

  private static Bound bound(String text, Metric metric, String value) {
    Matcher misplaced = MISPLACED.matcher(value);
    if (misplaced.matches()) {
      throw wrong(
          text,
          "'"
              + misplaced.group(1)
              + "' out of place: behind all thresholds may stand "
              + "[strict] [abort-on-fail [after 10s]]");
    }
    return Bound.parse(metric.unit(), value)
        .orElseThrow(
            () ->
                wrong(
                    text,
                    "'"
                        + value
                        + "' is no value of "
                        + metric.id()
                        + ": expected "
                        + metric.unit().expected()));
  }

  /** A failure that can still turn into a pass, or is not known before the end, ends no run. */
  private static void checkAbort(String text, Metric metric, Threshold.Operator operator) {
    boolean canFail =
        switch (metric.course()) {
          case EITHER_WAY -> true;
          case ONLY_UP -> operator.fromAbove();
          case ONLY_DOWN -> !operator.fromAbove();
          case AT_THE_END -> false;
        };
    if (!canFail) {
      throw wrong(
          text,
          metric.course() == Metric.Course.AT_THE_END
              ? metric.id() + " is known at the end alone, so it cannot abort a run"
              : metric.id()
                  + " may pass as long as the run goes on, so it cannot abort one with "
                  + operator.sign());
    }
  }

  /** The words behind a threshold that ends its run. */
  static String abort(Duration after) {
    return " "
        + ABORT
        + (after.isZero()
            ? ""
            : " " + AFTER + " " + TimeText.format(BigDecimal.valueOf(after.toNanos())));
  }

  private static String expected() {
    return "expected METRIC OPERATOR VALUE such as 'jobs.submit.service.p95 < 200ms' or"
        + " 'completions.success >= 99%'; 'stress metrics' lists the metrics";
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException("threshold '" + text + "': " + why);
  }
}
