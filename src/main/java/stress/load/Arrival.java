package stress.load;

/** How the starts of an open model are spread about the asked rate. */
public sealed interface Arrival {
  /** As even as the rate allows: start number k falls where the cumulative rate reaches k. */
  record Even() implements Arrival {
    @Override
    public String describe() {
      return "even arrivals";
    }
  }

  /**
   * As independent users arrive: a Poisson process of the asked rate.
   *
   * @param seed the same seed gives the same instants, on every machine
   */
  record Poisson(long seed) implements Arrival {
    @Override
    public String describe() {
      return "Poisson arrivals (seed " + seed + ")";
    }
  }

  /** Names itself in a report. */
  String describe();

  /** Evenly spread starts. */
  static Arrival even() {
    return new Even();
  }

  /** Starts of a Poisson process that repeats with its seed. */
  static Arrival poisson(long seed) {
    return new Poisson(seed);
  }
}
