package stress.simulator;

import io.vertx.core.Vertx;
import stress.clock.NanoClock;
import stress.clock.Timers;

/**
 * Timers of the event loop itself, up to 1 ms late: cheap enough for thousands of sockets. Event
 * loop only.
 */
final class LoopTimers implements Timers {
  private final Vertx vertx;
  private final NanoClock clock;

  LoopTimers(Vertx vertx, NanoClock clock) {
    this.vertx = vertx;
    this.clock = clock;
  }

  @Override
  public Timer at(long instant, Runnable task) {
    long millis = Math.max(1, (instant - clock.nanos() + 999_999) / 1_000_000);
    long id = vertx.setTimer(millis, fired -> task.run());
    return () -> vertx.cancelTimer(id);
  }
}
