package stress.websocket;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import stress.measure.ClockOffset;
import stress.measure.Counter;
import stress.measure.Ledger;
import stress.measure.Series;

/**
 * Push ages: arrival less the target's stamp, plus the offset of the target's clock.
 *
 * <p>The offset is known the better the longer it is watched, so the differences of an interval are
 * kept as they are and become ages at its end. Of more than {@value #MOST} a fair sample is kept.
 * Event loop.
 */
final class PushAges {
  static final int MOST = 200_000;
  private static final int FEW = 1_024;

  private final TargetClock target;
  private final Ledger ledger;
  private final ClockEstimate estimate = new ClockEstimate();
  private final SplittableRandom choice = new SplittableRandom(1);
  private long[] differences = new long[FEW];
  private long seen;

  PushAges(TargetClock target, Ledger ledger) {
    this.target = target;
    this.ledger = ledger;
  }

  /** The stamp was made between these two instants of ours. */
  void exchange(Instant stamp, long before, long after) {
    OptionalLong nanos = target.nanos(stamp);
    if (nanos.isPresent()) {
      estimate.exchange(nanos.getAsLong(), TargetClock.slack(stamp), before, after);
    }
  }

  /** A message arrived that was made at this instant of the target's. */
  void arrived(Instant stamp, long at) {
    OptionalLong nanos = target.nanos(stamp);
    if (nanos.isPresent()) {
      keep(at - nanos.getAsLong());
    }
  }

  private void keep(long difference) {
    if (seen < MOST) {
      if (seen == differences.length) {
        differences = Arrays.copyOf(differences, Math.min(MOST, 2 * differences.length));
      }
      differences[(int) seen] = difference;
    } else {
      long place = choice.nextLong(seen + 1);
      if (place < MOST) {
        differences[(int) place] = difference;
      }
    }
    seen++;
  }

  /** Makes ages of what has arrived; without an offset it waits for the next time. */
  void convert() {
    OptionalLong offset = estimate.nanos();
    if (offset.isEmpty()) {
      return;
    }
    int kept = (int) Math.min(seen, MOST);
    for (int i = 0; i < kept; i++) {
      record(differences[i] + offset.getAsLong());
    }
    seen = 0;
  }

  private void record(long age) {
    if (age < 0) {
      ledger.count(Counter.AGES_NEGATIVE);
    } else {
      ledger.record(Series.PUSH_AGE, age);
    }
  }

  /** How the target's clock stands to ours, where an exchange told. */
  Optional<ClockOffset> offset() {
    return estimate.offset();
  }
}
