package stress.simulator;

/**
 * A distribution of durations in nanoseconds: the quantiles by nearest rank, each at most 0.1 %
 * above the exact one; count, smallest and largest are exact.
 *
 * @param count how many; never 0
 */
public record Quantiles(long count, long min, long p50, long p95, long p99, long max) {}
