package stress.measure;

/**
 * How far the target's clock is ahead of ours (negative: behind), from exchanges whose instants
 * bound it on both sides.
 *
 * @param nanos the middle of what all exchanges allow
 * @param uncertaintyNanos half of its width: the true offset is within this of {@code nanos}
 * @param exchanges how many exchanges bounded it
 * @param steady whether one offset satisfies all of them; if not, the target's clock moved or
 *     several clocks answered, and the latest exchanges count
 */
public record ClockOffset(long nanos, long uncertaintyNanos, long exchanges, boolean steady) {}
