package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final String NOW = "Sun, 06 Nov 1994 08:49:37 GMT";

  private static Optional<Duration> of(Map<String, String> headers) {
    return RetryAfter.of(new HttpOutcome.Answered(503, headers, new byte[0], 1, 2));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 3", "' 120 ', 120", "999999999, 999999999"})
  void secondsAreSeconds(String text, long seconds) {
    assertThat(of(Map.of("retry-after", text))).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void moreSecondsThanAnybodyWaitsAreAVeryLongWait() {
    assertThat(of(Map.of("retry-after", "99999999999999999999")))
        .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofDays(1)));
  }

  @Test
  void aDateIsRelativeToTheAnswersOwnDate() {
    assertThat(of(Map.of("date", NOW, "retry-after", "Sun, 06 Nov 1994 08:51:38 GMT")))
        .contains(Duration.ofSeconds(121));
  }

  @Test
  void aDateInThePastIsNoWait() {
    assertThat(of(Map.of("date", NOW, "retry-after", "Sun, 06 Nov 1994 08:00:00 GMT")))
        .contains(Duration.ZERO);
  }

  @Test
  void aDateWithoutTheAnswersDateSaysNothing() {
    assertThat(of(Map.of("retry-after", NOW))).isEmpty();
    assertThat(of(Map.of("retry-after", NOW, "date", "today"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "3s", "2026-01-01T00:00:00Z"})
  void garbageSaysNothing(String text) {
    assertThat(of(Map.of("retry-after", text, "date", NOW))).isEmpty();
  }

  @Test
  void withoutTheHeaderNothingIsAsked() {
    assertThat(of(Map.of())).isEmpty();
  }
}
