package stress.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import stress.clock.NanoClock;
import stress.clock.Timers;
import stress.measure.Gauges;
import stress.measure.Interval;
import stress.measure.Ledger;

/** Ends an interval of the ledger once a second and hands it to the consumers. Event loop. */
final class Flipper {
  private static final long SECOND = 1_000_000_000L;

  private final Ledger ledger;
  private final NanoClock clock;
  private final Timers timers;
  private final Supplier<Gauges> gauges;
  private final List<Consumer<Interval>> consumers = new ArrayList<>();
  private Timers.Timer timer = () -> {};

  Flipper(Ledger ledger, NanoClock clock, Timers timers, Supplier<Gauges> gauges) {
    this.ledger = ledger;
    this.clock = clock;
    this.timers = timers;
    this.gauges = gauges;
  }

  void to(Consumer<Interval> consumer) {
    consumers.add(consumer);
  }

  /** The next full second; those that a stalled machine slept through are part of one interval. */
  void begin() {
    long passed = (clock.nanos() - ledger.origin()) / SECOND;
    timer = timers.at(ledger.origin() + (passed + 1) * SECOND, this::tick);
  }

  private void tick() {
    flip();
    begin();
  }

  /** Ends the last interval; none follows. */
  void finish() {
    timer.cancel();
    flip();
  }

  private void flip() {
    Interval interval = ledger.flip(clock.nanos(), gauges.get());
    consumers.forEach(consumer -> consumer.accept(interval));
  }
}
