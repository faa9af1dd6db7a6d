package stress.client;

import io.smallrye.mutiny.Uni;
import stress.clock.Timers;

/**
 * Waiting as a {@code Uni}: on the timers' own thread, and forgotten when nobody waits any more.
 */
public final class Waits {
  private final Timers timers;

  public Waits(Timers timers) {
    this.timers = timers;
  }

  /** Completes with nothing at the instant; at once when it has passed. */
  public Uni<Void> until(long instant) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Timers.Timer timer = timers.at(instant, () -> emitter.complete(null));
              emitter.onTermination(timer::cancel);
            });
  }
}
