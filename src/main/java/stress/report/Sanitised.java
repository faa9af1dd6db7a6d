package stress.report;

/**
 * Text from outside that a terminal may be given: nothing in it moves, hides or colours anything.
 */
final class Sanitised {
  private Sanitised() {}

  /** The text with everything unprintable escaped. */
  static String text(String raw) {
    StringBuilder clean = new StringBuilder(raw.length());
    raw.codePoints().forEach(c -> append(clean, c));
    return clean.toString();
  }

  /** The same, cut to a number of code points and then ending in an ellipsis. */
  static String text(String raw, int most) {
    return cut(text(raw), most);
  }

  static String cut(String clean, int most) {
    return clean.codePointCount(0, clean.length()) <= most
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, most - 1)) + "…";
  }

  private static void append(StringBuilder clean, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL -> clean.append(control(c));
      case Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          clean.append(String.format("\\u{%x}", c));
      case Character.SPACE_SEPARATOR -> clean.append(' ');
      default -> clean.appendCodePoint(c);
    }
  }

  private static String control(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\x%02x", c);
    };
  }
}
