package stress.transport;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The {@code Retry-After} header of RFC 9110, section 10.2.3: seconds, or a date. */
public final class RetryAfter {
  /** What a number with more digits means; some thirty years. */
  private static final Duration LONGEST = Duration.ofSeconds(999_999_999);

  private RetryAfter() {}

  /**
   * How long the target asks to wait. A date is taken relative to the answer's own {@code Date}, so
   * that the target's clock cancels out; a date in the past is no wait; what is neither is absent.
   */
  public static Optional<Duration> of(HttpOutcome.Answered answer) {
    return of(answer.header("retry-after"), answer.header("date"));
  }

  /** The same of two header values. */
  static Optional<Duration> of(Optional<String> retryAfter, Optional<String> date) {
    return retryAfter.map(String::strip).flatMap(text -> read(text, date));
  }

  private static Optional<Duration> read(String text, Optional<String> date) {
    if (text.matches("[0-9]+")) {
      return Optional.of(text.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(text)));
    }
    return date(text)
        .flatMap(then -> date.flatMap(RetryAfter::date).map(now -> between(now, then)));
  }

  private static Duration between(ZonedDateTime now, ZonedDateTime then) {
    Duration wait = Duration.between(now, then);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private static Optional<ZonedDateTime> date(String text) {
    try {
      return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
