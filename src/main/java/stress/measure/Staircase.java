package stress.measure;

import java.util.Arrays;

/**
 * The empirical distribution function of a distribution: its distinct values in ascending order,
 * each with the number of samples that do not exceed it; immutable.
 *
 * <p>Values are nanoseconds to the histogram's resolution, the greatest that each step stands for,
 * as {@link Distribution#percentile} says them.
 */
public final class Staircase {
  private final long[] values;
  private final long[] upTo;

  Staircase(long[] values, long[] upTo) {
    this.values = values;
    this.upTo = upTo;
  }

  /** How many distinct values there are. */
  public int steps() {
    return values.length;
  }

  /** The value of a step, 0 the least. */
  public long value(int step) {
    return values[step];
  }

  /** How many samples have exactly the value of a step. */
  public long at(int step) {
    return step == 0 ? upTo[0] : upTo[step] - upTo[step - 1];
  }

  /** How many samples there are. */
  public long count() {
    return steps() == 0 ? 0 : upTo[steps() - 1];
  }

  /**
   * The order statistic of a rank.
   *
   * @param rank 1 (the least sample) … {@link #count} (the greatest)
   */
  public long ofRank(long rank) {
    if (rank < 1 || rank > count()) {
      throw new IllegalArgumentException("rank " + rank + ": expected one from 1 to " + count());
    }
    int found = Arrays.binarySearch(upTo, rank);
    return values[found >= 0 ? found : -found - 1];
  }
}
