package stress.load;

import stress.clock.NanoClock;
import stress.clock.Timers;

/** Makes the pacer that drives a load model. */
public final class Pacers {
  private Pacers() {}

  /**
   * A pacer for one run of the model.
   *
   * @param timers follow the same clock, and deliver to one thread
   */
  public static Pacer of(LoadModel model, NanoClock clock, Timers timers, PacerEvents events) {
    if (model instanceof Open open) {
      return new OpenPacer(open, clock, timers, events);
    }
    if (model instanceof Closed closed) {
      return new ClosedPacer(closed, clock, timers, events);
    }
    return new BatchPacer((Batched) model, clock, timers, events);
  }
}
