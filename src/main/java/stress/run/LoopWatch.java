package stress.run;

import stress.clock.NanoClock;
import stress.clock.Timers;
import stress.measure.Ledger;
import stress.measure.Series;

/** Measures how late the event loop runs a timer, ten times a second. Event loop. */
final class LoopWatch {
  private static final long GAP = 100_000_000L;

  private final Ledger ledger;
  private final NanoClock clock;
  private final Timers timers;
  private Timers.Timer timer = () -> {};

  LoopWatch(Ledger ledger, NanoClock clock, Timers timers) {
    this.ledger = ledger;
    this.clock = clock;
    this.timers = timers;
  }

  void begin() {
    long due = clock.nanos() + GAP;
    timer = timers.at(due, () -> woken(due));
  }

  private void woken(long due) {
    ledger.record(Series.LOOP_LAG, Math.max(0, clock.nanos() - due));
    begin();
  }

  void stop() {
    timer.cancel();
  }
}
