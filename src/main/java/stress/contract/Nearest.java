package stress.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known key that a mistyped one was probably meant to be. */
final class Nearest {
  private Nearest() {}

  /** What to say behind "unknown key". */
  static String hint(String wrong, List<String> known) {
    String lower = wrong.toLowerCase(Locale.ROOT);
    String best =
        known.stream()
            .min(Comparator.comparingInt(key -> distance(lower, key.toLowerCase(Locale.ROOT))))
            .orElse("");
    int most = Math.max(2, wrong.length() / 3);
    String all = "known keys are " + String.join(", ", known);
    boolean near = distance(lower, best.toLowerCase(Locale.ROOT)) <= most;
    return near ? "did you mean '" + best + "'?" : all;
  }

  /** The number of letters to insert, delete or replace (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
