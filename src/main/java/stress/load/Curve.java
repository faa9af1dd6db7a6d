package stress.load;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The cumulative rate Λ(t) = ∫₀ᵗ λ(u) du of some stages, and its inverse.
 *
 * <p>The inverse taken is the right one, t(x) = sup { t : Λ(t) ≤ x }: what falls on the edge of a
 * silence starts after it, and a stage [b, e) holds the starts k with Λ(b) ≤ k &lt; Λ(e). Λ is an
 * exact fraction at the edges of stages, so that nothing is gained or lost there however long the
 * run.
 *
 * @param sections the stages that are not silent, ascending
 */
record Curve(List<Section> sections) {
  /**
   * A stage on the time axis.
   *
   * @param begin nanoseconds from the beginning of the run
   * @param before Λ at the beginning, as a double
   * @param after Λ at the end, as a double; empty for a stage without end
   * @param end the number of the first start that does not belong to it any more
   */
  record Section(long begin, double before, OptionalDouble after, long end, Inverse inverse) {
    boolean holds(long index) {
      return index < end;
    }

    boolean holds(double cumulative) {
      return after.isEmpty() || cumulative < after.getAsDouble();
    }

    long at(long index) {
      return begin + inverse.offset(index);
    }

    long at(double cumulative) {
      return begin + inverse.offset(cumulative - before);
    }
  }

  /**
   * @param limit given when the last stage has no end
   * @throws IllegalArgumentException when the stages last longer than a long of nanoseconds holds
   */
  static Curve of(List<Stage> stages, OptionalLong limit) {
    List<Section> sections = new ArrayList<>();
    long begin = 0;
    Fraction before = Fraction.ZERO;
    for (Stage stage : stages) {
      if (stage.length().isEmpty()) {
        sections.add(endless(stage.from(), begin, before, limit.orElseThrow()));
        break;
      }
      long length = stage.length().get().toNanos();
      Fraction after =
          before.plus(stage.from().exact().plus(stage.to().exact()).half().times(length));
      if (!stage.isSilence()) {
        sections.add(bounded(stage, begin, before, after));
      }
      begin = sum(begin, length);
      before = after;
    }
    return new Curve(List.copyOf(sections));
  }

  private static Section bounded(Stage stage, long begin, Fraction before, Fraction after) {
    long end = after.ceiling();
    Inverse inverse =
        stage.isRamp()
            ? new RampInverse(stage, before, after)
            : new HoldInverse(stage.from(), before, end);
    return new Section(begin, before.toDouble(), OptionalDouble.of(after.toDouble()), end, inverse);
  }

  private static Section endless(Rate rate, long begin, Fraction before, long limit) {
    BigInteger last = BigInteger.valueOf(limit).multiply(BigInteger.valueOf(rate.nanos()));
    if (last.divide(BigInteger.valueOf(rate.starts())).bitLength() > 62) {
      throw new IllegalArgumentException(
          Plural.of(limit, "start") + " at " + rate.describe() + " would take centuries");
    }
    return new Section(
        begin,
        before.toDouble(),
        OptionalDouble.empty(),
        limit,
        new HoldInverse(rate, before, limit));
  }

  private static long sum(long begin, long length) {
    try {
      return Math.addExact(begin, length);
    } catch (ArithmeticException tooLong) {
      throw new IllegalArgumentException("the stages together would take centuries", tooLong);
    }
  }

  /**
   * The number of evenly spread starts: the smallest whole number that is not below Λ at the end.
   */
  long starts() {
    return sections.isEmpty() ? 0 : sections.get(sections.size() - 1).end();
  }
}
