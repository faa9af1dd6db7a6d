package stress.load;

import stress.clock.NanoClock;
import stress.clock.Timers;

/** Releases a batch, and the next when all of it has been answered and the pause is over. */
final class BatchPacer implements Pacer {
  private final Batched model;
  private final NanoClock clock;
  private final Timers timers;
  private final PacerEvents events;
  private final Outlet outlet = new Outlet();
  private final Turn turn;
  private long due;
  private long released;
  private long leftInBatch;
  private long unanswered;

  BatchPacer(Batched model, NanoClock clock, Timers timers, PacerEvents events) {
    this.model = model;
    this.clock = clock;
    this.timers = timers;
    this.events = events;
    this.turn = new Turn(clock, timers, this::step);
  }

  @Override
  public void begin(long originNanos, Starter starter) {
    outlet.open(starter);
    if (originNanos - clock.nanos() > 0 && model.count() > 0) {
      timers.at(originNanos, () -> openBatch(originNanos));
    } else {
      openBatch(originNanos);
    }
  }

  private void openBatch(long instant) {
    due = instant;
    leftInBatch = Math.min(model.size(), model.count() - released);
    unanswered = leftInBatch;
    turn.take();
  }

  private boolean step() {
    if (!outlet.isOpen()) {
      return false;
    }
    if (released == model.count()) {
      outlet.shut();
      return false;
    }
    if (leftInBatch == 0) {
      return false;
    }
    leftInBatch--;
    long now = clock.nanos();
    events.lag(Math.max(0, now - due));
    outlet.release(new Start(released++, now, false));
    return true;
  }

  @Override
  public void answered(Start start) {
    unanswered--;
    if (unanswered > 0 || !outlet.isOpen() || released == model.count()) {
      return;
    }
    long next = clock.nanos() + model.pause().toNanos();
    if (model.pause().isZero()) {
      openBatch(next);
    } else {
      timers.at(next, () -> openBatch(next));
    }
  }

  @Override
  public void settled(Start start) {}

  @Override
  public void stop() {
    outlet.shut();
  }
}
