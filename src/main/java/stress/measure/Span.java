package stress.measure;

import java.util.Optional;

/** From the first to the last of the instants that it was told. One thread. */
public final class Span {
  private final long origin;
  private boolean any;
  private long first;
  private long last;

  /**
   * @param origin offsets of the window count from here
   */
  public Span(long origin) {
    this.origin = origin;
  }

  public void include(long instant) {
    first = any ? Math.min(first, instant) : instant;
    last = any ? Math.max(last, instant) : instant;
    any = true;
  }

  /** Absent until it was told of one. */
  public Optional<Window> window() {
    return any ? Optional.of(new Window(first - origin, last - origin)) : Optional.empty();
  }
}
