package stress.load;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import stress.clock.NanoClock;
import stress.clock.Timers;

/**
 * Releases each start at its intended instant, or as soon after it as it is woken.
 *
 * <p>The queue of {@link Overflow#QUEUE} is no list: starts wait in the order of the schedule, so
 * the schedule's cursor just stands still until a place is free. A million waiting starts cost
 * nothing.
 */
final class OpenPacer implements Pacer {
  private final Open model;
  private final NanoClock clock;
  private final Timers timers;
  private final PacerEvents events;
  private final PrimitiveIterator.OfLong schedule;
  private final Outlet outlet = new Outlet();
  private final Turn turn;
  private long origin;
  private long index;
  private OptionalLong next = OptionalLong.empty();
  private Optional<Timers.Timer> alarm = Optional.empty();

  /** Since when the cursor stands at a due start for want of a place. */
  private OptionalLong heldSince = OptionalLong.empty();

  private long inFlight;

  OpenPacer(Open model, NanoClock clock, Timers timers, PacerEvents events) {
    this.model = model;
    this.clock = clock;
    this.timers = timers;
    this.events = events;
    this.schedule = model.schedule();
    this.turn = new Turn(clock, timers, this::step);
  }

  @Override
  public void begin(long originNanos, Starter starter) {
    origin = originNanos;
    outlet.open(starter);
    next = following();
    turn.take();
  }

  private OptionalLong following() {
    return schedule.hasNext()
        ? OptionalLong.of(origin + schedule.nextLong())
        : OptionalLong.empty();
  }

  private boolean step() {
    if (!outlet.isOpen()) {
      return false;
    }
    if (next.isEmpty()) {
      outlet.shut();
      return false;
    }
    long intended = next.getAsLong();
    long now = clock.nanos();
    if (intended - now > 0) {
      heldSince = OptionalLong.empty();
      wakeAt(intended);
      return false;
    }
    return isFull() ? overflow(intended, now) : release(intended, now);
  }

  private boolean isFull() {
    return model.maxInFlight().isPresent() && inFlight >= model.maxInFlight().getAsInt();
  }

  private boolean overflow(long intended, long now) {
    if (model.overflow() == Overflow.QUEUE) {
      if (heldSince.isEmpty()) {
        heldSince = OptionalLong.of(now);
      }
      return false; // settled() takes the next turn
    }
    moveOn();
    events.dropped(intended);
    return true;
  }

  private boolean release(long intended, long now) {
    Start start = new Start(index, intended, true);
    inFlight++;
    moveOn();
    events.lag(Math.max(0, heldSince.orElse(now) - intended));
    outlet.release(start);
    return true;
  }

  private void moveOn() {
    index++;
    next = following();
  }

  private void wakeAt(long instant) {
    if (alarm.isEmpty()) {
      alarm = Optional.of(timers.at(instant, this::wake));
    }
  }

  private void wake() {
    alarm = Optional.empty();
    turn.take();
  }

  @Override
  public void answered(Start start) {}

  @Override
  public void settled(Start start) {
    inFlight--;
    turn.take();
  }

  @Override
  public void stop() {
    if (outlet.isOpen()) {
      alarm.ifPresent(Timers.Timer::cancel);
      reportUnstarted();
    }
    outlet.shut();
  }

  private void reportUnstarted() {
    long now = clock.nanos();
    long count = 0;
    while (next.isPresent() && next.getAsLong() - now <= 0) {
      count++;
      moveOn();
    }
    if (count > 0) {
      events.unstarted(count);
    }
  }
}
