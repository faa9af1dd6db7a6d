package stress.websocket;

import java.util.Optional;
import java.util.OptionalLong;
import stress.measure.ClockOffset;

/**
 * How far the target's clock is ahead of ours, from stamps that were certainly made between two of
 * our instants; pure arithmetic on one axis of nanoseconds.
 *
 * <p>A stamp S that truncates at most {@code slack} away and was made between t0 and t1 says: S -
 * t1 ≤ offset ≤ S + slack - t0. The estimate is what all exchanges allow. When nothing is left, no
 * single offset explains them, and it begins anew with the latest.
 */
final class ClockEstimate {
  private long low;
  private long high;
  private long exchanges;
  private boolean steady = true;

  /**
   * Takes in one exchange.
   *
   * @param stamp the target's instant, as it wrote it
   * @param slack how much its way of writing may have cut off
   * @param before an instant of ours before the stamp was made
   * @param after an instant of ours after the stamp was made
   */
  void exchange(long stamp, long slack, long before, long after) {
    long least = stamp - after;
    long most = stamp + slack - before;
    if (exchanges > 0 && (least > high || most < low)) {
      steady = false;
      exchanges = 0;
    }
    low = exchanges == 0 ? least : Math.max(low, least);
    high = exchanges == 0 ? most : Math.min(high, most);
    exchanges++;
  }

  /** The middle of what is allowed; absent before the first exchange. */
  OptionalLong nanos() {
    return exchanges == 0 ? OptionalLong.empty() : OptionalLong.of(middle());
  }

  /** All that is known; absent before the first exchange. */
  Optional<ClockOffset> offset() {
    return exchanges == 0
        ? Optional.empty()
        : Optional.of(new ClockOffset(middle(), high - middle(), exchanges, steady));
  }

  private long middle() {
    return low + (high - low) / 2;
  }
}
