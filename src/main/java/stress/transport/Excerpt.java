package stress.transport;

/** The beginning of what a target wrote, fit to stand in a line of ours. */
final class Excerpt {
  private static final int LONGEST = 200;

  private Excerpt() {}

  /** At most 200 characters, without control characters. */
  static String of(String text) {
    String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return beginning.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
