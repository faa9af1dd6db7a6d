package stress.report;

import java.util.List;
import java.util.OptionalDouble;
import stress.measure.Gauge;
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
    Level level = Level.of(points, gauge);
    page.line(
        Page.padded("  " + label, LABEL)
            + Page.right(Level.figure(level.min()), COLUMN)
            + Page.right(Level.figure(level.mean()), COLUMN)
            + Page.right(Level.figure(level.max()), COLUMN)
            + "  "
            + Sparkline.of(level.levels().stream().map(LevelTable::size).toList(), SPARKS));
  }

  /** Of a difference the row of blocks shows how far off it is, whichever way. */
  private static OptionalDouble size(OptionalDouble level) {
    return level.isEmpty() ? level : OptionalDouble.of(Math.abs(level.getAsDouble()));
  }
}
