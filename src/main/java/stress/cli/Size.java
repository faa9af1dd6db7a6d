package stress.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes. */
record Size(long bytes) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\s*([A-Za-z]*)");
  private static final long KIBI = 1024;
  private static final long KILO = 1000;

  /**
   * Reads {@code 100}, {@code 64KiB}, {@code 1MB}.
   *
   * @throws IllegalArgumentException with a sentence that says what was expected
   */
  static Size parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw wrong(text);
    }
    long unit =
        switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
          case "", "b" -> 1;
          case "kb" -> KILO;
          case "kib", "k" -> KIBI;
          case "mb" -> KILO * KILO;
          case "mib", "m" -> KIBI * KIBI;
          case "gb" -> KILO * KILO * KILO;
          case "gib", "g" -> KIBI * KIBI * KIBI;
          default -> throw wrong(text);
        };
    return new Size(Math.multiplyExact(Long.parseLong(matcher.group(1)), unit));
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "'" + text + "': expected bytes such as 200, 64KiB, 1MB or 16MiB");
  }

  @Override
  public String toString() {
    for (int power = 3; power > 0; power--) {
      long unit = 1L << (10 * power);
      if (bytes >= unit && bytes % unit == 0) {
        return bytes / unit + " " + "KMG".charAt(power - 1) + "iB";
      }
    }
    return bytes + " bytes";
  }
}
