package stress.run;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import stress.clock.NanoClock;
import stress.clock.Timers;
import stress.measure.Gauges;
import stress.measure.Interval;
import stress.measure.Ledger;

/**
 * Ends an interval of the ledger once a second and hands it to the consumers.
 *
 * <p>Levels are read on the event loop. Everything else happens on a thread beside it: summing up
 * histograms takes milliseconds, in a cold JVM the tenth of a second, which would be measured as
 * the target's.
 */
final class Flipper {
  private static final long SECOND = 1_000_000_000L;

  private final Ledger ledger;
  private final NanoClock clock;
  private final Timers timers;
  private final Executor beside;
  private final Supplier<Gauges> gauges;
  private final List<Consumer<Interval>> consumers = new ArrayList<>();
  private Timers.Timer timer = () -> {};

  /**
   * @param beside one thread that is not the event loop
   * @param gauges asked on the event loop
   */
  Flipper(Ledger ledger, NanoClock clock, Timers timers, Executor beside, Supplier<Gauges> gauges) {
    this.ledger = ledger;
    this.clock = clock;
    this.timers = timers;
    this.beside = beside;
    this.gauges = gauges;
  }

  /** Adds a consumer, which is called beside the event loop. */
  void to(Consumer<Interval> consumer) {
    consumers.add(consumer);
  }

  /** The next full second; those that a stalled machine slept through are part of one interval. */
  void begin() {
    long passed = (clock.nanos() - ledger.origin()) / SECOND;
    timer = timers.at(ledger.origin() + (passed + 1) * SECOND, this::tick);
  }

  private void tick() {
    Gauges levels = gauges.get();
    long now = clock.nanos();
    beside.execute(() -> flip(now, levels));
    begin();
  }

  /** Ends the last interval when subscribed, on the event loop; completes beside it, after all. */
  Uni<Void> finish() {
    return Uni.createFrom()
        .<Void>emitter(
            emitter -> {
              timer.cancel();
              Gauges levels = gauges.get();
              long now = clock.nanos();
              beside.execute(
                  () -> {
                    flip(now, levels);
                    emitter.complete(null);
                  });
            });
  }

  private void flip(long now, Gauges levels) {
    Interval interval = ledger.flip(now, levels);
    consumers.forEach(consumer -> consumer.accept(interval));
  }
}
