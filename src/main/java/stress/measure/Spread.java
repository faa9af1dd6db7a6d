package stress.measure;

/**
 * How a number is spread over connections.
 *
 * @param connections how many there were
 */
public record Spread(long connections, long min, long median, long max) {}
