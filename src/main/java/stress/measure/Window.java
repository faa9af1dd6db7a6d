package stress.measure;

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

  public long nanos() {
    return endNanos - startNanos;
  }
}
