package stress.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import stress.clock.ManualTime;
import stress.measure.Counter;
import stress.measure.Gauge;
import stress.measure.Gauges;
import stress.measure.Interval;
import stress.measure.Ledger;

/** What of an interval's end is done on the event loop, and what beside it. */
final class FlipperTest {
  private final ManualTime time = new ManualTime();
  private final Ledger ledger = new Ledger(time.nanos());
  private final Queue<Runnable> beside = new ArrayDeque<>();
  private final List<Interval> intervals = new ArrayList<>();
  private long level;
  private final Flipper flipper =
      new Flipper(
          ledger,
          time,
          time,
          beside::add,
          () -> Gauges.of(Map.of(Gauge.CONNECTIONS_OPEN, ++level)));

  private void besides() {
    while (!beside.isEmpty()) {
      beside.remove().run();
    }
  }

  @Test
  void levelsAreReadAtTheSecondAndTheRestIsLeftToTheOtherThread() {
    flipper.to(intervals::add);
    flipper.begin();
    time.advance(Duration.ofSeconds(2));

    assertThat(level).isEqualTo(2);
    assertThat(intervals).isEmpty();
    ledger.count(Counter.PINGS);
    besides();
    assertThat(intervals)
        .extracting(Interval::endNanos)
        .containsExactly(1_000_000_000L, 2_000_000_000L);
    assertThat(intervals.get(0).gauges().get(Gauge.CONNECTIONS_OPEN)).hasValue(1);
    assertThat(intervals.get(1).gauges().get(Gauge.CONNECTIONS_OPEN)).hasValue(2);
    // The recorders are flipped when the other thread comes to it.
    assertThat(intervals.get(0).counts().get(Counter.PINGS)).isEqualTo(1);
  }

  @Test
  void theEndIsThereWhenTheLastIntervalIs() {
    flipper.to(intervals::add);
    flipper.begin();
    time.advance(Duration.ofMillis(1_500));
    List<Integer> seen = new ArrayList<>();
    flipper.finish().subscribe().with(done -> seen.add(intervals.size()));

    assertThat(seen).isEmpty();
    besides();
    assertThat(seen).containsExactly(2);
    assertThat(intervals.get(1).endNanos()).isEqualTo(1_500_000_000L);
    time.advance(Duration.ofSeconds(5));
    assertThat(beside).isEmpty();
  }
}
