package stress.verdict;

/** How a new value stands to a base, as far as the samples tell. */
public enum Change {
  BETTER("better"),
  SAME("same"),
  WORSE("worse"),
  /** The samples are compatible with no change and with one that would matter. */
  CANNOT_TELL("cannot tell");

  private final String text;

  Change(String text) {
    this.text = text;
  }

  /** The name in files. */
  public String id() {
    return text.replace(' ', '-');
  }

  /** The change in words. */
  public String text() {
    return text;
  }
}
