package stress.report;

import java.util.List;
import java.util.OptionalDouble;

/** Levels over time as one row of blocks; each block is the highest level of its stretch. */
final class Sparkline {
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  /**
   * @param levels an absent level is a gap
   * @param most how many blocks at most
   */
  static String of(List<OptionalDouble> levels, int most) {
    double top = extreme(levels, 1);
    double bottom = -extreme(levels, -1);
    int width = Math.min(most, levels.size());
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < width; i++) {
      int from = (int) ((long) i * levels.size() / width);
      int to = (int) ((long) (i + 1) * levels.size() / width);
      row.append(block(highest(levels.subList(from, to)), bottom, top));
    }
    return row.toString().stripTrailing();
  }

  private static double extreme(List<OptionalDouble> levels, int sign) {
    return levels.stream()
        .flatMapToDouble(OptionalDouble::stream)
        .map(level -> sign * level)
        .reduce(0, Math::max);
  }

  private static OptionalDouble highest(List<OptionalDouble> levels) {
    return levels.stream().flatMapToDouble(OptionalDouble::stream).max();
  }

  private static String block(OptionalDouble level, double bottom, double top) {
    if (level.isEmpty()) {
      return " ";
    }
    double share = top > bottom ? (level.getAsDouble() - bottom) / (top - bottom) : 0;
    int index = Math.min(BLOCKS.length() - 1, (int) Math.ceil(share * (BLOCKS.length() - 1)));
    return BLOCKS.substring(index, index + 1);
  }
}
