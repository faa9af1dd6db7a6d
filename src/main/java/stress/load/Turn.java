package stress.load;

import java.util.function.BooleanSupplier;
import stress.clock.NanoClock;
import stress.clock.Timers;

/**
 * Repeats a step until it has nothing to do: without recursion when a step's callbacks ask for
 * another turn, and in bursts, between which the thread's other work has its say.
 */
final class Turn {
  static final int BURST = 256;

  private final NanoClock clock;
  private final Timers timers;
  private final BooleanSupplier step;
  private boolean running;
  private boolean continued;

  /**
   * @param step true when it did something and may have more to do
   */
  Turn(NanoClock clock, Timers timers, BooleanSupplier step) {
    this.clock = clock;
    this.timers = timers;
    this.step = step;
  }

  void take() {
    if (running || continued) {
      return; // the loop below, or the burst to come, sees what has changed
    }
    running = true;
    int steps = 0;
    try {
      while (steps < BURST && step.getAsBoolean()) {
        steps++;
      }
    } finally {
      running = false;
    }
    if (steps == BURST) {
      continued = true;
      timers.at(clock.nanos(), this::goOn);
    }
  }

  private void goOn() {
    continued = false;
    take();
  }
}
