package stress.load;

/** What becomes of a start that is due while the most allowed are already in flight. */
public enum Overflow {
  /** It never starts, and is counted as dropped. */
  DROP("overflow dropped"),
  /**
   * It starts when a place becomes free, first come first served, and keeps its intended instant.
   */
  QUEUE("overflow queued");

  private final String description;

  Overflow(String description) {
    this.description = description;
  }

  String describe() {
    return description;
  }
}
