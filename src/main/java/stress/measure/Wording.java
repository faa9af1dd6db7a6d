package stress.measure;

/** Text from outside, made fit to be kept: bounded, and well-formed Unicode. */
final class Wording {
  private Wording() {}

  /** At most so many UTF-16 units, cut between characters and then ending in an ellipsis. */
  static String bounded(String text, int most) {
    if (text.length() <= most) {
      return wellFormed(text);
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return wellFormed(text.substring(0, end)) + "…";
  }

  /** Half a surrogate pair, which JSON can smuggle in and UTF-8 cannot carry, becomes U+FFFD. */
  static String wellFormed(String text) {
    if (text.codePoints().noneMatch(Wording::isHalf)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(isHalf(c) ? 0xfffd : c));
    return clean.toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
