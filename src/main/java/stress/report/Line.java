package stress.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * One line of a chart.
 *
 * @param dashed drawn dashed, to be told apart without colours
 * @param values one for each place on the chart's x axis; absent is a gap
 */
record Line(String label, boolean dashed, List<OptionalDouble> values) {
  Line {
    values = List.copyOf(values);
  }

  boolean isEmpty() {
    return values.stream().allMatch(OptionalDouble::isEmpty);
  }

  /** Whether there is anything but zeros. */
  boolean isFlatZero() {
    return numbers().allMatch(value -> value == 0);
  }

  DoubleStream numbers() {
    return values.stream().flatMapToDouble(OptionalDouble::stream);
  }
}
