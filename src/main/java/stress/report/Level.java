package stress.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import stress.measure.Gauge;
import stress.measure.Point;

/**
 * One gauge over a run.
 *
 * @param levels one a point; absent where it was not read
 * @param mean over time; absent without levels
 */
record Level(List<OptionalDouble> levels, OptionalDouble mean) {
  static Level of(List<Point> points, Gauge gauge) {
    List<OptionalDouble> levels = new ArrayList<>();
    double sum = 0;
    double time = 0;
    for (Point point : points) {
      OptionalLong read = point.gauges().get(gauge);
      levels.add(read.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(read.getAsLong()));
      if (read.isPresent()) {
        double length = Math.max(1, point.endNanos() - point.startNanos());
        sum += read.getAsLong() * length;
        time += length;
      }
    }
    return new Level(levels, time == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / time));
  }

  boolean isEmpty() {
    return mean.isEmpty();
  }

  OptionalDouble min() {
    return values().min();
  }

  OptionalDouble max() {
    return values().max();
  }

  private DoubleStream values() {
    return levels.stream().flatMapToDouble(OptionalDouble::stream);
  }

  static String figure(OptionalDouble level) {
    return level.isEmpty() ? Figures.NONE : Figures.number(level.getAsDouble());
  }
}
