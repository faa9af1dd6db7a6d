package stress.verdict;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A bound on a metric: {@code METRIC OPERATOR NUMBER%}, as in {@code completions.success >= 99%}.
 *
 * @param percent from 0 to 100
 */
public record Threshold(Metric metric, Operator operator, BigDecimal percent) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([A-Za-z0-9._-]+)\\s*(<=|>=|<|>)\\s*(\\d{1,3}(?:\\.\\d{1,9})?)\\s*%\\s*");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** How the measured value must stand to the bound. */
  public enum Operator {
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    /**
     * @param comparison of the measured value with the bound: negative, zero or positive
     */
    boolean holds(int comparison) {
      return switch (this) {
        case LESS -> comparison < 0;
        case AT_MOST -> comparison <= 0;
        case GREATER -> comparison > 0;
        case AT_LEAST -> comparison >= 0;
      };
    }

    private static Operator ofSign(String sign) {
      return Arrays.stream(values()).filter(o -> o.sign.equals(sign)).findFirst().orElseThrow();
    }
  }

  /**
   * Reads a threshold.
   *
   * @throws IllegalArgumentException with a sentence that names the text and what was expected
   */
  public static Threshold parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "threshold '"
              + text
              + "': expected METRIC OPERATOR PERCENT such as 'completions.success >= 99%',"
              + " where METRIC is one of "
              + metrics()
              + " and OPERATOR one of < <= > >=");
    }
    BigDecimal percent = new BigDecimal(matcher.group(3));
    if (percent.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException(
          "threshold '" + text + "': a share is from 0% to 100%, not " + percent + "%");
    }
    return new Threshold(
        metric(matcher.group(1), text), Operator.ofSign(matcher.group(2)), percent);
  }

  private static Metric metric(String id, String text) {
    return Arrays.stream(Metric.values())
        .filter(metric -> metric.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "threshold '"
                        + text
                        + "': there is no metric '"
                        + id
                        + "'; did you mean '"
                        + nearest(id).id()
                        + "'? Known are "
                        + metrics()));
  }

  private static Metric nearest(String id) {
    return Arrays.stream(Metric.values())
        .min(Comparator.comparingInt(metric -> EditDistance.between(metric.id(), id)))
        .orElseThrow();
  }

  private static String metrics() {
    return Arrays.stream(Metric.values()).map(Metric::id).collect(Collectors.joining(", "));
  }

  /** The canonical text, which {@link #parse} reads back as the same threshold. */
  public String text() {
    return metric.id() + " " + operator.sign() + " " + percent.toPlainString() + "%";
  }

  boolean holds(Share share) {
    return operator.holds(share.compareToPercent(percent));
  }
}
