package stress.verdict;

/** Whole numbers with a blank between groups of three digits: {@code 10 000}. */
public final class Grouping {
  private Grouping() {}

  public static String of(long number) {
    String digits = Long.toString(number);
    return digits.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", " ");
  }
}
