package stress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommonInstantTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-31T23:59:59, 2026-01-31T23:59:59Z",
    "2026-01-31T23:59:59Z, 2026-01-31T23:59:59Z",
    "2026-01-31T23:59:59+00:00, 2026-01-31T23:59:59Z",
    "2026-01-31T00:00:00.1, 2026-01-31T00:00:00.100Z",
    "2026-01-31T00:00:00.123456+00:00, 2026-01-31T00:00:00.123456Z",
    "2024-02-29T12:00:00.123456789Z, 2024-02-29T12:00:00.123456789Z",
    "0001-01-01T00:00:00.000000001Z, 0001-01-01T00:00:00.000000001Z",
  })
  void readsWhatMostTargetsWrite(String text, Instant instant) {
    assertThat(CommonInstant.read(text, ZoneOffset.UTC)).contains(instant);
  }

  @Test
  void takesTheZoneWhereTheTextNamesNone() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    assertThat(CommonInstant.read("2026-07-01T12:00:00", zone))
        .contains(Instant.parse("2026-07-01T10:00:00Z"));
    assertThat(CommonInstant.read("2026-07-01T12:00:00Z", zone))
        .contains(Instant.parse("2026-07-01T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31",
        "2026-01-31T23:59",
        "2026-01-31 23:59:59",
        "2026-01-31t23:59:59Z",
        "2026-01-31T23:59:59z",
        "2026-01-31T23:59:59+01:00",
        "2026-01-31T23:59:59.",
        "2026-01-31T23:59:59.Z",
        "2026-01-31T23:59:59.1234567891",
        "2026-01-31T23:59:5x",
        "12026-01-31T23:59:59",
      })
  void leavesOtherFormsToTheFormatter(String text) {
    assertThat(CommonInstant.read(text, ZoneOffset.UTC)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-31T24:00:00Z"})
  void refusesWhatIsNoInstant(String text) {
    assertThatThrownBy(() -> CommonInstant.read(text, ZoneOffset.UTC))
        .isInstanceOf(DateTimeException.class);
  }
}
