/**
 * Time as two ports: read it ({@link stress.clock.NanoClock}, {@link stress.clock.WallClock}) and
 * be woken by it ({@link stress.clock.Timers}).
 *
 * <p>Every other package gets its time from here, by constructor, so that a test can hold the
 * clock. Durations are differences of {@code NanoClock} instants in nanoseconds; wall-clock
 * instants are labels and are never subtracted from each other.
 */
package stress.clock;
