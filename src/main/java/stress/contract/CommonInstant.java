package stress.contract;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The form in which most targets write instants: {@code 2026-01-31T23:59:59.123456}, with or
 * without a fraction, followed by {@code Z}, {@code +00:00} or nothing. There are several in each
 * answer; reading them all with the formatter was a fifteenth of what the event loop did.
 */
final class CommonInstant {
  private static final String FORM = "dddd-dd-ddTdd:dd:dd";
  private static final int MOST_DIGITS = 9;

  private CommonInstant() {}

  /**
   * Absent for any other form.
   *
   * @param zone counts where the text names none
   * @throws java.time.DateTimeException when there is no such day or time of day
   */
  static Optional<Instant> read(String text, ZoneId zone) {
    if (!hasForm(text)) {
      return Optional.empty();
    }
    int end = endOfFraction(text);
    String rest = text.substring(end);
    boolean utc = rest.equals("Z") || rest.equals("+00:00");
    if (!utc && !rest.isEmpty() || end > FORM.length() + 1 + MOST_DIGITS) {
      return Optional.empty();
    }
    LocalDateTime local =
        LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            nanos(text, end));
    return Optional.of(local.atZone(utc ? ZoneOffset.UTC : zone).toInstant());
  }

  private static boolean hasForm(String text) {
    if (text.length() < FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char wanted = FORM.charAt(i);
      char c = text.charAt(i);
      if (wanted == 'd' ? !isDigit(c) : c != wanted) {
        return false;
      }
    }
    return true;
  }

  private static int endOfFraction(String text) {
    int end = FORM.length();
    if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
      end++;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  private static int nanos(String text, int end) {
    int digits = Math.max(0, end - FORM.length() - 1);
    int nanos = number(text, end - digits, end);
    for (int i = digits; i < MOST_DIGITS; i++) {
      nanos *= 10;
    }
    return nanos;
  }
}
