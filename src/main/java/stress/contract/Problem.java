package stress.contract;

import java.util.Optional;

/**
 * One thing that is wrong in a contract file or a file of settings.
 *
 * @param place line and column, where known
 * @param pointer the JSON pointer of the value; empty text is the whole file
 * @param message what was found and what was expected
 */
public record Problem(String source, Optional<Place> place, String pointer, String message) {
  /** A line and a column, both from 1. */
  public record Place(int line, int column) {}

  /** One line: {@code file:line:column: pointer: message}. */
  @Override
  public String toString() {
    String where = place.map(p -> ":" + p.line() + ":" + p.column()).orElse("");
    return source + where + ": " + (pointer.isEmpty() ? "" : pointer + ": ") + message;
  }
}
