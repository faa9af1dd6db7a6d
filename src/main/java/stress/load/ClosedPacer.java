package stress.load;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import stress.clock.NanoClock;
import stress.clock.Timers;

/**
 * Releases a start for each user who is ready, and again when it has settled and the user thought.
 */
final class ClosedPacer implements Pacer {
  private final Closed model;
  private final NanoClock clock;
  private final Timers timers;
  private final PacerEvents events;
  private final Outlet outlet = new Outlet();
  private final Turn turn;

  /** For each user who is ready: since when. */
  private final Queue<Long> ready = new ArrayDeque<>();

  private Optional<Timers.Timer> end = Optional.empty();
  private long origin;
  private long released;

  ClosedPacer(Closed model, NanoClock clock, Timers timers, PacerEvents events) {
    this.model = model;
    this.clock = clock;
    this.timers = timers;
    this.events = events;
    this.turn = new Turn(clock, timers, this::step);
  }

  @Override
  public void begin(long originNanos, Starter starter) {
    origin = originNanos;
    outlet.open(starter);
    if (!outlet.isOpen()) {
      return;
    }
    end = model.duration().map(time -> timers.at(origin + time.toNanos(), turn::take));
    turn.take(); // no iterations: exhausted at once
    if (origin - clock.nanos() > 0) {
      timers.at(origin, this::enter);
    } else {
      enter();
    }
  }

  private void enter() {
    long users = Math.min(model.users(), model.iterations().orElse(model.users()));
    for (long user = 0; user < users; user++) {
      ready.add(origin);
    }
    turn.take();
  }

  private boolean step() {
    if (!outlet.isOpen()) {
      return false;
    }
    long now = clock.nanos();
    if (isOver(now)) {
      stop();
      return false;
    }
    if (ready.isEmpty()) {
      return false;
    }
    events.lag(Math.max(0, now - ready.remove()));
    outlet.release(new Start(released++, now, false));
    return true;
  }

  private boolean isOver(long now) {
    boolean allReleased =
        model.iterations().isPresent() && released >= model.iterations().getAsLong();
    boolean late = model.duration().isPresent() && now - origin >= model.duration().get().toNanos();
    return allReleased || late;
  }

  @Override
  public void answered(Start start) {}

  @Override
  public void settled(Start start) {
    if (!outlet.isOpen()) {
      return;
    }
    long due = clock.nanos() + model.thinkTime().toNanos();
    if (model.thinkTime().isZero()) {
      makeReady(due);
    } else {
      timers.at(due, () -> makeReady(due));
    }
  }

  private void makeReady(long since) {
    ready.add(since);
    turn.take();
  }

  @Override
  public void stop() {
    end.ifPresent(Timers.Timer::cancel);
    ready.clear();
    outlet.shut();
  }
}
