package stress.measure;

/**
 * One way in which opened connections ended, with how often.
 *
 * @param code the close code; 1005 without a code, 1006 without a close frame
 * @param reason the close frame's own words; bounded
 */
public record CloseEntry(Closer by, int code, String reason, long count) {
  private static final int LONGEST_REASON = 123;

  public CloseEntry {
    reason = Wording.bounded(reason, LONGEST_REASON);
  }
}
