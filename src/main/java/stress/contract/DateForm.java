package stress.contract;

import java.time.LocalDate;

/** How a drawn day is written. */
public enum DateForm {
  /** {@code 2015-03-02}. */
  DATE("date", ""),
  /** {@code 2015-03-02T00:00:00}: no zone. */
  LOCAL("local", "T00:00:00"),
  /** {@code 2015-03-02T00:00:00Z}. */
  UTC("utc", "T00:00:00Z");

  private final String word;
  private final String suffix;

  DateForm(String word, String suffix) {
    this.word = word;
    this.suffix = suffix;
  }

  /** The word in a contract file. */
  public String word() {
    return word;
  }

  String write(LocalDate day) {
    return day + suffix;
  }
}
