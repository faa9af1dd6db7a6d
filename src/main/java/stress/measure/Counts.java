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

  /** Submissions that did not become a job, whatever the reason. */
  public long submissionsFailed() {
    return get(Counter.REFUSED) + get(Counter.UNSENT) + get(Counter.OUTCOME_UNKNOWN);
  }

  /** Jobs made: accepted submissions less those merged into earlier jobs. */
  public long jobs() {
    return get(Counter.ACCEPTED) - get(Counter.MERGED);
  }

  /** Jobs that settled otherwise than as succeeded. */
  public long jobsFailed() {
    return get(Counter.FAILED)
        + get(Counter.CANCELLED_BY_TARGET)
        + get(Counter.TIMED_OUT_BY_TARGET)
        + get(Counter.LOST);
  }

  /** Starts whose end was counted; the others are in flight. */
  public long ended(Scenario scenario) {
    return submissionsFailed()
        + get(Counter.MERGED)
        + (scenario == Scenario.SUBMISSION ? jobs() : get(Counter.SUCCEEDED) + jobsFailed())
        + get(Counter.CUT)
        + get(Counter.CANCELLED_BY_US);
  }

  /** Connections that never opened, whatever the reason. */
  public long connectionsUnopened() {
    return get(Counter.CONNECTIONS_REFUSED)
        + get(Counter.CONNECTIONS_FAILED)
        + get(Counter.CONNECTIONS_EXHAUSTED)
        + get(Counter.CONNECTIONS_WITHOUT_JOB)
        + get(Counter.CONNECTIONS_ABANDONED);
  }

  /**
   * Every connection that was tried opened or did not, and every opened one ended once. How far the
   * counts are from that, both differences taken without their sign.
   */
  long connectionsUnaccounted() {
    long unopened =
        get(Counter.CONNECTIONS_TRIED) - get(Counter.CONNECTIONS_OPENED) - connectionsUnopened();
    long unended =
        get(Counter.CONNECTIONS_OPENED)
            - get(Counter.CONNECTIONS_ENDED)
            - get(Counter.CONNECTIONS_LOST)
            - get(Counter.CONNECTIONS_CLOSED_BY_US);
    return Math.abs(unopened) + Math.abs(unended);
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
