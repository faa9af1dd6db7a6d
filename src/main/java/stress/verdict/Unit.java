package stress.verdict;

/** What a metric is counted in, and so how its bounds are written. */
public enum Unit {
  /** Base unit: nanoseconds. */
  DURATION("duration", "a duration such as 200ms, 1.5s or 1m30s"),
  /** Base unit: percent, from 0 to 100. */
  SHARE("share", "a share such as 99%, from 0% to 100%"),
  /** Base unit: percent of one processor core, more than 100 with several. */
  CORES("share of a core", "a share of one core such as 80%"),
  /** Base unit: one. */
  COUNT("count", "a whole number such as 100"),
  /** Base unit: one; may be a fraction, may be negative. */
  LEVEL("level", "a number such as 50 or 2.5"),
  /** Base unit: bytes. */
  BYTES("bytes", "a number of bytes such as 200B, 64KiB or 1MB"),
  /** Base unit: events a second. */
  RATE("rate", "a rate such as 50/s or 3000/m"),
  /** Base unit: bytes a second. */
  BYTE_RATE("bytes a second", "a rate of bytes such as 1.5MiB/s"),
  /** Base unit: jobs a second; may be negative. */
  TREND("trend", "a change such as 0.5/s, 30/m or -1/s"),
  /** Base unit: percent; may be negative. */
  GROWTH("share", "a share such as 5%");

  private final String id;
  private final String expected;

  Unit(String id, String expected) {
    this.id = id;
    this.expected = expected;
  }

  /** The name in lists. */
  public String id() {
    return id;
  }

  /** What an error message says was expected. */
  public String expected() {
    return expected;
  }
}
