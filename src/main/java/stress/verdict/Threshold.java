package stress.verdict;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import stress.measure.Distribution;
import stress.measure.Scenario;

/**
 * A bound on a metric, such as {@code jobs.submit.response.p95 < 200ms}.
 *
 * @param strict whether a sample that cannot decide fails
 * @param abort the age of a scenario from which a sure failure ends it; absent means that it goes
 *     on
 */
public record Threshold(
    Metric metric, Operator operator, Bound bound, boolean strict, Optional<Duration> abort) {
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

    String sign() {
      return sign;
    }

    /** Whether the bound is the greatest that is allowed. */
    boolean fromAbove() {
      return this == LESS || this == AT_MOST;
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

    static Optional<Operator> ofSign(String sign) {
      return Arrays.stream(values()).filter(o -> o.sign.equals(sign)).findFirst();
    }
  }

  /**
   * Reads one threshold.
   *
   * @throws IllegalArgumentException with a sentence that names the text and what was expected
   */
  public static Threshold parse(String text) {
    return ThresholdText.one(text);
  }

  /** What is demanded, without what follows if it is not so: {@code completions.success >= 99%}. */
  public String demand() {
    return metric.id() + " " + operator.sign() + " " + bound.text();
  }

  /** The canonical text, which {@link #parse} reads back as the same threshold. */
  public String text() {
    return demand()
        + (strict ? " " + ThresholdText.STRICT : "")
        + abort.map(ThresholdText::abort).orElse("");
  }

  /** The same, with doubt counted as failure. */
  public Threshold asStrict() {
    return new Threshold(metric, operator, bound, true, abort);
  }

  /** Whether both are about the same metric. */
  public boolean sameMetric(Threshold other) {
    return metric.id().equals(other.metric.id());
  }

  /** Whether a scenario can be judged by it. */
  public boolean concerns(Scenario scenario) {
    return metric.fit(scenario) != Metric.Fit.NEVER;
  }

  boolean holds(BigDecimal value) {
    return operator.holds(compare(value));
  }

  /** A duration that the histogram cannot tell from the bound is equal to it. */
  private int compare(BigDecimal value) {
    return metric.unit() == Unit.DURATION
            && Distribution.sameClass(value.longValue(), bound.base().longValue())
        ? 0
        : value.compareTo(bound.base());
  }

  /** Whether every value within the limits keeps the bound. */
  boolean holdsWithin(Limits limits) {
    return (operator.fromAbove() ? limits.high() : limits.low()).filter(this::holds).isPresent();
  }

  /** Whether every value within the limits breaks the bound. */
  boolean failsWithin(Limits limits) {
    return (operator.fromAbove() ? limits.low() : limits.high())
        .filter(value -> !holds(value))
        .isPresent();
  }

  /** Whether it asks for all or none, which can be said of a run and never of what is behind it. */
  boolean isAbsolute() {
    return metric.unit() == Unit.SHARE
        && (operator == Operator.AT_LEAST && bound.base().compareTo(BigDecimal.valueOf(100)) == 0
            || operator == Operator.AT_MOST && bound.base().signum() == 0);
  }
}
