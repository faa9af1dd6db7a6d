package stress.job;

import java.util.OptionalDouble;

/** Spaces the looks of all jobs so that together they stay under a rate. One thread. */
final class PollBudget {
  private final long gap;
  private long next = Long.MIN_VALUE;

  PollBudget(OptionalDouble mostPerSecond) {
    this.gap = mostPerSecond.isPresent() ? (long) (1e9 / mostPerSecond.getAsDouble()) : 0;
  }

  /** The instant, at or after the wanted one, at which a look may be sent; takes its place. */
  long reserve(long wanted) {
    if (gap == 0) {
      return wanted;
    }
    long instant = Math.max(wanted, next);
    next = instant + gap;
    return instant;
  }
}
