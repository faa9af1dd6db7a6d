package stress.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import stress.measure.Gauge;
import stress.measure.Gauges;
import stress.measure.Point;

/** Levels over the run, one a row: least, mean over time, greatest, and a row of blocks. */
final class LevelTable {
  private static final int LABEL = 22;
  private static final int COLUMN = 8;
  private static final int SPARKS = 32;

  private final List<Point> points;
  private final Page page;

  LevelTable(List<Point> points, Page page) {
    this.points = points;
    this.page = page;
  }

  void header(String title) {
    page.line(
        Page.padded(title, LABEL)
            + Page.right("min", COLUMN)
            + Page.right("mean", COLUMN)
            + Page.right("max", COLUMN)
            + "  over time");
  }

  void row(String label, Gauge gauge) {
    List<OptionalDouble> levels = new ArrayList<>();
    double sum = 0;
    double time = 0;
    for (Point point : points) {
      OptionalDouble level = level(point.gauges(), gauge);
      levels.add(level);
      if (level.isPresent()) {
        double length = Math.max(1, point.endNanos() - point.startNanos());
        sum += level.getAsDouble() * length;
        time += length;
      }
    }
    double mean = sum / time;
    page.line(
        Page.padded("  " + label, LABEL)
            + Page.right(figure(values(levels).min()), COLUMN)
            + Page.right(time == 0 ? Figures.NONE : Figures.number(mean), COLUMN)
            + Page.right(figure(values(levels).max()), COLUMN)
            + "  "
            + Sparkline.of(levels.stream().map(LevelTable::size).toList(), SPARKS));
  }

  private static OptionalDouble level(Gauges gauges, Gauge gauge) {
    OptionalLong level = gauges.get(gauge);
    return level.isPresent() ? OptionalDouble.of(level.getAsLong()) : OptionalDouble.empty();
  }

  /** Of a difference the row of blocks shows how far off it is, whichever way. */
  private static OptionalDouble size(OptionalDouble level) {
    return level.isEmpty() ? level : OptionalDouble.of(Math.abs(level.getAsDouble()));
  }

  private static DoubleStream values(List<OptionalDouble> levels) {
    return levels.stream().flatMapToDouble(OptionalDouble::stream);
  }

  private static String figure(OptionalDouble level) {
    return level.isEmpty() ? Figures.NONE : Figures.number(level.getAsDouble());
  }
}
