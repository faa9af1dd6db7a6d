package stress.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rows of text under a title, for reports that lay tables out themselves; immutable.
 *
 * @param columns the heads; one that starts with {@code #} is of numbers and set to the right
 * @param rows cells as they came: who renders them makes them harmless
 */
record Table(String title, List<String> columns, List<List<String>> rows) {
  private static final String NUMBER = "#";

  Table {
    columns = List.copyOf(columns);
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  boolean isNumber(int column) {
    return columns.get(column).startsWith(NUMBER);
  }

  /** The head as it is printed. */
  String head(int column) {
    return isNumber(column) ? columns.get(column).substring(1) : columns.get(column);
  }

  /** The same with no more than so many rows, and a last one that says how many were left out. */
  Table cut(int most) {
    if (rows.size() <= most) {
      return this;
    }
    List<List<String>> kept = new ArrayList<>(rows.subList(0, most));
    List<String> last = new ArrayList<>(Collections.nCopies(columns.size(), ""));
    last.set(0, "and " + Phrases.number(rows.size() - most, "more"));
    kept.add(last);
    return new Table(title, columns, kept);
  }
}
