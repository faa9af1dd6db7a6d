package stress.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A chart as data.
 *
 * @param axis what the x values are
 * @param unit what the y values are
 * @param x ascending
 * @param lines one value for each x; those without any are left out
 * @param text what the chart shows, in words
 */
record Chart(String title, Axis axis, Unit unit, List<Double> x, List<Line> lines, String text) {
  /** What goes from left to right. */
  enum Axis {
    /** Seconds from the beginning. */
    TIME,
    /** 1 / (1 - quantile), drawn to a logarithmic scale. */
    QUANTILE
  }

  /** What goes upwards. */
  enum Unit {
    SECONDS,
    RATE,
    COUNT,
    PERCENT;

    String figure(double value) {
      return switch (this) {
        case SECONDS -> Figures.duration(Math.round(value * 1e9));
        case RATE -> Figures.rate(value);
        case COUNT -> Figures.number(value);
        case PERCENT -> Figures.number(value) + " %";
      };
    }
  }

  Chart {
    x = List.copyOf(x);
    lines = lines.stream().filter(line -> !line.isEmpty()).toList();
  }

  /** Over time, with a sentence that gives each line's range. */
  static Chart overTime(String title, Unit unit, List<Double> x, List<Line> lines) {
    return new Chart(title, Axis.TIME, unit, x, lines, ranges(unit, lines));
  }

  boolean isEmpty() {
    return x.isEmpty() || lines.isEmpty();
  }

  private static String ranges(Unit unit, List<Line> lines) {
    return lines.stream()
        .filter(line -> !line.isEmpty())
        .map(line -> range(unit, line))
        .collect(Collectors.joining("; ", "", "."));
  }

  private static String range(Unit unit, Line line) {
    String least = unit.figure(line.numbers().min().orElseThrow());
    String most = unit.figure(line.numbers().max().orElseThrow());
    return line.label() + ": " + (least.equals(most) ? least : least + " to " + most);
  }
}
