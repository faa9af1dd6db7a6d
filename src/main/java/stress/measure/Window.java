package stress.measure;

import java.util.OptionalDouble;

/**
 * The stretch of a run over which a rate is computed, as offsets from its beginning.
 *
 * @param startNanos the first event, or the beginning
 * @param endNanos the last event; not before the start
 */
public record Window(long startNanos, long endNanos) {
  public Window {
    if (endNanos < startNanos) {
      throw new IllegalArgumentException("a window ends at or after its start");
    }
  }

  /** Events a second; absent for a window without length, which has no rate. */
  public OptionalDouble perSecond(long events) {
    return nanos() == 0 ? OptionalDouble.empty() : OptionalDouble.of(events * 1e9 / nanos());
  }

  public long nanos() {
    return endNanos - startNanos;
  }
}
