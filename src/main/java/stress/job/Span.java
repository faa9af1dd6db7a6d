package stress.job;

import java.util.Optional;
import stress.measure.Window;

/** From the first to the last of the instants that it was told. One thread. */
final class Span {
  private final long origin;
  private boolean any;
  private long first;
  private long last;

  /**
   * @param origin offsets of the window count from here
   */
  Span(long origin) {
    this.origin = origin;
  }

  void include(long instant) {
    first = any ? Math.min(first, instant) : instant;
    last = any ? Math.max(last, instant) : instant;
    any = true;
  }

  Optional<Window> window() {
    return any ? Optional.of(new Window(first - origin, last - origin)) : Optional.empty();
  }
}
