package stress.measure;

import java.util.Arrays;

/** A number for each {@link Counter}; immutable. */
public final class Counts {
  public static final Counts ZERO = new Counts(new long[Counter.values().length]);

  private final long[] numbers;

  private Counts(long[] numbers) {
    this.numbers = numbers;
  }

  static Counts owning(long[] numbers) {
    return new Counts(numbers);
  }

  public long get(Counter counter) {
    return numbers[counter.ordinal()];
  }

  public Counts plus(Counts other) {
    long[] sum = numbers.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.addExact(sum[i], other.numbers[i]);
    }
    return new Counts(sum);
  }

  Counts minus(Counts other) {
    long[] difference = numbers.clone();
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= other.numbers[i];
    }
    return new Counts(difference);
  }

  /** These counts with one of them set. */
  public Counts with(Counter counter, long number) {
    long[] copy = numbers.clone();
    copy[counter.ordinal()] = number;
    return new Counts(copy);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts that && Arrays.equals(numbers, that.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }
}
