package stress.report;

import java.util.List;
import java.util.OptionalDouble;

/** Levels over time as one row of blocks; each block is the highest level of its stretch. */
final class Sparkline {
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  /**
   * @param levels from zero upwards; an absent level is a gap
   * @param most how many blocks at most
   */
  static String of(List<OptionalDouble> levels, int most) {
    double top = highest(levels).orElse(0);
    int width = Math.min(most, levels.size());
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < width; i++) {
      int from = (int) ((long) i * levels.size() / width);
      int to = (int) ((long) (i + 1) * levels.size() / width);
      row.append(block(highest(levels.subList(from, to)), top));
    }
    return row.toString().stripTrailing();
  }

  private static OptionalDouble highest(List<OptionalDouble> levels) {
    return levels.stream().flatMapToDouble(OptionalDouble::stream).max();
  }

  private static String block(OptionalDouble level, double top) {
    if (level.isEmpty()) {
      return " ";
    }
    double share = top > 0 ? level.getAsDouble() / top : 0;
    int index = Math.min(BLOCKS.length() - 1, (int) Math.ceil(share * (BLOCKS.length() - 1)));
    return BLOCKS.substring(index, index + 1);
  }
}
