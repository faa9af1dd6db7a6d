package stress.measure;

import java.util.Comparator;
import java.util.Optional;

/**
 * A part of a merged scenario and how much later it began than the first part, by the wall clock.
 */
record Shifted(ScenarioResult result, long shiftNanos) {
  /** By the instant of the beginning; what begins together is told apart by what it counted. */
  static final Comparator<Shifted> ORDER =
      Comparator.comparingLong(Shifted::shiftNanos)
          .thenComparing(part -> part.result().elapsed())
          .thenComparingInt(part -> part.result().counts().hashCode());

  long endNanos() {
    return shiftNanos + result.elapsed().toNanos();
  }

  Optional<Window> window(Optional<Window> own) {
    return own.map(w -> new Window(w.startNanos() + shiftNanos, w.endNanos() + shiftNanos));
  }
}
