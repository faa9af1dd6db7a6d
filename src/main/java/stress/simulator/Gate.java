package stress.simulator;

import java.util.ArrayDeque;
import java.util.List;
import stress.clock.NanoClock;
import stress.clock.Timers;

/**
 * Everything that the server does for clients passes here; during a stall it waits, in order,
 * without holding the thread. Event loop only.
 */
final class Gate {
  private final NanoClock clock;
  private final Timers timers;
  private final Tally tally;
  private final List<FaultRule> stalls;
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean touched;
  private int frozen;

  Gate(NanoClock clock, Timers timers, Tally tally, List<FaultRule> stalls) {
    this.clock = clock;
    this.timers = timers;
    this.tally = tally;
    this.stalls = stalls;
  }

  /** A request came in; the first one starts the clock of the stalls. */
  void touch() {
    if (touched) {
      return;
    }
    touched = true;
    long now = clock.nanos();
    for (FaultRule rule : stalls) {
      FaultRule.Freeze freeze = (FaultRule.Freeze) rule.value();
      long start = now + freeze.after().toNanos();
      timers.at(start, this::freeze);
      timers.at(start + freeze.length().toNanos(), this::thaw);
    }
  }

  /** Runs it now, or when the stall is over. */
  void pass(Runnable work) {
    if (frozen > 0) {
      waiting.add(work);
    } else {
      work.run();
    }
  }

  private void freeze() {
    frozen++;
    tally.fault("server.stall");
  }

  private void thaw() {
    frozen--;
    while (frozen == 0 && !waiting.isEmpty()) {
      waiting.poll().run();
    }
  }
}
