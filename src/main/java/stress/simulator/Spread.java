package stress.simulator;

import java.util.Optional;

/**
 * Counts durations in nanoseconds in classes at most 0.1 % wide, in bounded memory however many
 * come. Not safe for threads: its owner holds the lock.
 */
final class Spread {
  private static final int BITS = 10;
  private static final int CLASSES = 1 << BITS;
  private final long[][] counts = new long[Long.SIZE - BITS][];
  private long count;
  private long min = Long.MAX_VALUE;
  private long max;

  /** Negative durations count as 0. */
  void add(long nanos) {
    long value = Math.max(0, nanos);
    int row = row(value);
    if (counts[row] == null) {
      counts[row] = new long[CLASSES];
    }
    counts[row][(int) (value >>> shift(row)) & (CLASSES - 1)]++;
    count++;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  /** Row 0 holds the values below {@code CLASSES} one by one; each further row one power of two. */
  private static int row(long value) {
    return Math.max(0, Long.SIZE - BITS - Long.numberOfLeadingZeros(value));
  }

  private static int shift(int row) {
    return Math.max(0, row - 1);
  }

  /** Empty when nothing was added. */
  Optional<Quantiles> quantiles() {
    return count == 0
        ? Optional.empty()
        : Optional.of(new Quantiles(count, min, at(0.5), at(0.95), at(0.99), max));
  }

  /** The upper end of the class that holds the value of that rank. */
  private long at(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * count));
    long seen = 0;
    for (int row = 0; row < counts.length; row++) {
      for (int i = 0; counts[row] != null && i < CLASSES; i++) {
        seen += counts[row][i];
        if (seen >= rank) {
          return Math.min(max, Math.max(min, top(row, i)));
        }
      }
    }
    return max;
  }

  private static long top(int row, int index) {
    long high = row == 0 ? index : index | CLASSES;
    return (high + 1 << shift(row)) - 1;
  }
}
