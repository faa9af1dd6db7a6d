package stress.measure;

import java.util.Locale;

/**
 * One error case, carried out.
 *
 * @param id the word for it in files and options
 * @param title what the client did, as half a sentence
 * @param expected what counts as the right reaction, as half a sentence
 * @param reaction what the target did, as half a sentence
 * @param nanos from doing it to the reaction, or to giving up
 */
public record CaseResult(
    String id, String title, String expected, Verdict verdict, String reaction, long nanos) {
  private static final int LONGEST = 300;

  public CaseResult {
    reaction = Wording.bounded(reaction, LONGEST);
  }

  /** How the reaction stands to what was expected. */
  public enum Verdict {
    AS_EXPECTED("as expected"),
    NOT_AS_EXPECTED("not as expected"),
    NO_REACTION("no reaction"),
    /** The case says nothing about this target, or could not be carried out. */
    NOT_APPLICABLE("not applicable");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    /** The name in files and exports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verdict in words. */
    public String text() {
      return text;
    }
  }
}
