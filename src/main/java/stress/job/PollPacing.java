package stress.job;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often jobs are looked at.
 *
 * @param interval between the end of a look and the next look of the same job
 * @param mostPerSecond of all looks together; absent for no limit
 */
public record PollPacing(Duration interval, OptionalDouble mostPerSecond) {
  /** A target's {@code Retry-After} is honoured up to this. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final int MOST_DOUBLINGS = 4;
  private static final double JITTER = 0.1;

  public PollPacing {
    if (interval.toMillis() < 1) {
      throw new IllegalArgumentException("a poll interval is at least 1ms");
    }
    if (mostPerSecond.isPresent() && !(mostPerSecond.getAsDouble() > 0)) {
      throw new IllegalArgumentException("a poll rate is above 0");
    }
  }

  /**
   * How long to wait before a look, in nanoseconds.
   *
   * <p>The interval, or what the target asked for within bounds; doubled after each failure in a
   * row (up to {@value #MOST_DOUBLINGS} times); and spread by ±10 % so that jobs accepted together
   * are not looked at together. The spread is a function of job and look: a run repeats.
   */
  long wait(Optional<Duration> asked, int failures, long index, long look) {
    if (asked.isPresent()) {
      Duration longest = asked.get().compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked.get();
      Duration bounded = longest.compareTo(interval) < 0 ? interval : longest;
      return bounded.toNanos();
    }
    long base = interval.toNanos() << Math.min(failures, MOST_DOUBLINGS);
    return (long) (base * (1 + JITTER * spread(index, look)));
  }

  /** A number in [-1, 1) from the two, by the SplitMix64 finaliser. */
  private static double spread(long index, long look) {
    long z = index * 0x9E3779B97F4A7C15L + look * 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 11) * 0x1.0p-52 - 1;
  }
}
