package stress.verdict;

/**
 * One metric of two runs.
 *
 * @param name of the metric: a series and what of it, a share or a rate
 * @param samples how many there are in the base and in the new run; the whole of a share
 * @param base with its 95 % interval; nanoseconds, a share from 0 to 1, or a number a second
 * @param fresh the same of the new run
 * @param change new ÷ base, of a share new − base; its interval holds for all metrics of the
 *     comparison at once with 95 %
 * @param regression whether it is worse by more than is allowed
 */
public record ComparedMetric(
    String name,
    Kind kind,
    Samples samples,
    Estimate base,
    Estimate fresh,
    Estimate change,
    Change verdict,
    boolean regression) {
  /** What a metric's numbers are. */
  public enum Kind {
    /** A distribution as a whole; base and new are its medians. */
    SHIFT("shift"),
    /** A quantile, in nanoseconds. */
    DURATION("duration"),
    /** From 0 to 1; more is better. */
    SHARE("share"),
    /** A second; more is better. */
    RATE("rate");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The name in files. */
    public String id() {
      return id;
    }
  }

  /** How many samples each side has. */
  public record Samples(long base, long fresh) {}
}
