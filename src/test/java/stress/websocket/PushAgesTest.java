package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stress.clock.ManualTime;
import stress.measure.ClockOffset;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.Gauges;
import stress.measure.Ledger;
import stress.measure.Series;

class PushAgesTest {
  private static final long MILLI = 1_000_000;

  private final ManualTime time = new ManualTime();
  private final Ledger ledger = new Ledger(0);
  private final PushAges ages = new PushAges(new TargetClock(time, time), ledger);

  /** What a clock so far ahead of ours shows at an instant of ours. */
  private Instant shown(long aheadMillis, long at) {
    return Instant.parse("2026-01-01T00:00:00Z").plusMillis(aheadMillis).plusNanos(at);
  }

  private Distribution flip() {
    ages.convert();
    return ledger.flip(time.nanos(), Gauges.NONE).of(Series.PUSH_AGE);
  }

  @ParameterizedTest
  @ValueSource(longs = {2_000, -2_000, 0})
  void agesAreRightWithinTheUncertaintyWhereverTheTargetsClockStands(long aheadMillis) {
    // a stamp made 3 ms after the first instant and 1 ms before the second: 4 ms of doubt
    ages.exchange(shown(aheadMillis, 103 * MILLI), 100 * MILLI, 104 * MILLI);
    ages.arrived(shown(aheadMillis, 500 * MILLI), 550 * MILLI);

    ClockOffset offset = ages.offset().orElseThrow();
    Distribution made = flip();

    // slack of a stamp in whole milliseconds: 999_999 ns, so 5 ms in all
    assertThat(offset.uncertaintyNanos()).isEqualTo(2_500_000);
    assertThat(offset.nanos()).isEqualTo(aheadMillis * MILLI + 1_499_999);
    assertThat(made.count()).isEqualTo(1);
    assertThat(made.max()).isBetween(50 * MILLI - 2_500_000, 50 * MILLI + 2_600_000);
    assertThat(ledger.counted(Counter.AGES_NEGATIVE)).isZero();
  }

  @Test
  void agesWaitForTheFirstOffset() {
    ages.arrived(shown(2_000, 500_001), 500_001 + 50 * MILLI);
    assertThat(flip().count()).isZero();

    ages.exchange(shown(2_000, 1_000_001), 1_000_001, 1_000_001);
    Distribution made = flip();
    assertThat(made.count()).isEqualTo(1);
    assertThat(made.max()).isBetween(50 * MILLI, 50 * MILLI + 50_000);
    assertThat(flip().count()).isZero();
  }

  @Test
  void theBetterOffsetAtTheEndOfTheIntervalCounts() {
    ages.exchange(shown(0, 1), -1_000 * MILLI, 1_000 * MILLI);
    ages.arrived(shown(0, 500_001), 500_001 + 50 * MILLI);
    ages.exchange(shown(0, 600_001), 590_001, 600_001); // the target is 0 … 10 µs ahead
    Distribution made = flip();

    assertThat(ages.offset()).contains(new ClockOffset(5_000, 5_000, 2, true));
    assertThat(made.max()).isBetween(50 * MILLI, 50 * MILLI + 60_000);
  }

  @Test
  void whatComesFromTheFutureIsCountedAndInNoPercentile() {
    ages.exchange(shown(0, 1), 1, 1);
    ages.arrived(shown(0, 11), 10);
    ages.arrived(shown(0, 10), 10);

    assertThat(flip().count()).isEqualTo(1);
    assertThat(ledger.counted(Counter.AGES_NEGATIVE)).isEqualTo(1);
  }

  @Test
  void aTimeACenturyAwayTellsNothing() {
    ages.exchange(Instant.MAX, 0, 1);
    ages.arrived(Instant.MIN, 0);

    assertThat(ages.offset()).isEmpty();
    assertThat(flip().count()).isZero();
  }

  @Test
  void ofTooManyAFairSampleIsKept() {
    ages.exchange(shown(0, 1), 1, 1);
    for (int i = 0; i < 2 * PushAges.MOST; i++) {
      boolean late = i >= PushAges.MOST;
      ages.arrived(shown(0, 1), late ? 3_000_001 : 1_000_001);
    }
    Distribution made = flip();

    assertThat(made.count()).isEqualTo(PushAges.MOST);
    assertThat(made.mean()).isBetween(1_980_000.0, 2_020_000.0);
    ages.arrived(shown(0, 1), Duration.ofMillis(7).toNanos());
    assertThat(flip().count()).isEqualTo(1);
  }
}
