package stress.simulator;

import java.util.Comparator;
import java.util.PriorityQueue;
import stress.clock.NanoClock;
import stress.clock.Timers;

/**
 * One clock for all push sockets: wakes when the first of them has something due, but not more than
 * 2 000 times a second, however many there are. Event loop only.
 */
final class PushTicker {
  private static final long REST_NANOS = 500_000;

  private record Turn(long due, PushFeed feed) {}

  private final NanoClock clock;
  private final Timers timers;
  private final Gate gate;
  private final PriorityQueue<Turn> turns =
      new PriorityQueue<>(Comparator.comparingLong(Turn::due));
  private Timers.Timer timer = () -> {};
  private long armed = Long.MAX_VALUE;
  private long rested = Long.MIN_VALUE;

  PushTicker(NanoClock clock, Timers timers, Gate gate) {
    this.clock = clock;
    this.timers = timers;
    this.gate = gate;
  }

  void add(PushFeed feed) {
    feed.due().ifPresent(due -> turns.add(new Turn(due, feed)));
    arm();
  }

  private void arm() {
    if (turns.isEmpty()) {
      return;
    }
    long wake = Math.max(turns.peek().due(), rested);
    if (wake < armed) {
      timer.cancel();
      armed = wake;
      timer = timers.at(wake, () -> gate.pass(this::tick));
    }
  }

  private void tick() {
    long now = clock.nanos();
    while (!turns.isEmpty() && turns.peek().due() <= now) {
      PushFeed feed = turns.poll().feed();
      if (feed.sendDue(now)) {
        feed.due().ifPresent(due -> turns.add(new Turn(due, feed)));
      } else {
        feed.wire().onDrain(() -> gate.pass(() -> add(feed)));
      }
    }
    rested = now + REST_NANOS;
    armed = Long.MAX_VALUE;
    arm();
  }
}
