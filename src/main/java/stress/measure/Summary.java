package stress.measure;

/**
 * A distribution in five numbers, nanoseconds; only made of one that is not empty.
 *
 * @param count how many durations
 */
public record Summary(long count, long p50, long p95, long p99, long max) {
  static Summary of(Distribution distribution) {
    return new Summary(
        distribution.count(),
        distribution.percentile(50),
        distribution.percentile(95),
        distribution.percentile(99),
        distribution.max());
  }
}
