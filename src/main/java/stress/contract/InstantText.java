package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Instants as targets write them: ISO-8601 with or without a zone, or a number since 1970. */
final class InstantText {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,12})?");
  private static final BigDecimal FIRST_MILLIS = BigDecimal.valueOf(100_000_000_000L);
  private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000_000_000L);
  private static final int MOST_SCALE = 30;
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[' ']")
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private InstantText() {}

  /** The instant that the value means; absent where it means none. Never throws. */
  static Optional<Instant> read(JsonNode value, TimeRule rule) {
    try {
      if (value.isNumber()) {
        return number(value.decimalValue(), rule.epoch());
      }
      if (!value.isTextual()) {
        return Optional.empty();
      }
      String text = value.textValue().strip();
      return NUMBER.matcher(text).matches()
          ? number(new BigDecimal(text), rule.epoch())
          : Optional.of(
              CommonInstant.read(text, rule.zone()).orElseGet(() -> iso(text, rule.zone())));
    } catch (DateTimeParseException notThisForm) {
      return Optional.empty();
    } catch (DateTimeException | ArithmeticException outOfRange) {
      return Optional.empty();
    }
  }

  private static Instant iso(String text, ZoneId zone) {
    TemporalAccessor parsed = FORM.parse(text);
    LocalDate day = parsed.query(TemporalQueries.localDate());
    LocalTime time = parsed.query(TemporalQueries.localTime());
    ZoneOffset offset = parsed.query(TemporalQueries.offset());
    return day.atTime(time == null ? LocalTime.MIDNIGHT : time)
        .atZone(offset == null ? zone : offset)
        .toInstant();
  }

  private static Optional<Instant> number(BigDecimal number, TimeRule.Epoch epoch) {
    // The scale is looked at first: 1e-1000000 is short to write and long to compute with.
    if (Math.abs(number.scale()) > MOST_SCALE || number.abs().compareTo(MOST) > 0) {
      return Optional.empty();
    }
    boolean millis =
        epoch == TimeRule.Epoch.MILLIS
            || epoch == TimeRule.Epoch.BY_SIZE && number.abs().compareTo(FIRST_MILLIS) >= 0;
    BigDecimal seconds = millis ? number.movePointLeft(3) : number;
    long whole = seconds.longValue();
    long nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
    return Optional.of(Instant.ofEpochSecond(whole, nanos));
  }
}
