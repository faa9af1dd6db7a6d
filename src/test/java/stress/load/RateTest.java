package stress.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
  @ParameterizedTest
  @CsvSource({
    "50/s, 1, 20000000, 50/s",
    "3000/m, 1, 20000000, 50/s",
    "0.5/s, 1, 2000000000, 0.5/s",
    "100/h, 1, 36000000000, 100/h",
    "7/m, 7, 60000000000, 7/m",
    "0/s, 0, 1, 0/s",
    "1000000/S, 1, 1000, 1000000/s",
    "1000000000/s, 1, 1, 1000000000/s",
    "0.001/h, 1, 3600000000000000, 0.001/h",
  })
  void reads_exactly_and_prints_what_it_reads(
      String text, long starts, long nanos, String printed) {
    Rate rate = Rate.parse(text);
    assertThat(rate).isEqualTo(new Rate(starts, nanos));
    assertThat(rate.describe()).isEqualTo(printed);
    assertThat(Rate.parse(printed)).isEqualTo(rate);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "50", "50/", "/s", "-1/s", "50/d", "50/ms", "1e3/s", "50 /s", "NaN/s"})
  void refuses_what_is_no_rate(String text) {
    assertThatThrownBy(() -> Rate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is not a rate: expected COUNT/UNIT such as 50/s or 3000/m");
  }

  @Test
  void refuses_more_than_one_start_a_nanosecond_and_more_digits_than_it_can_hold() {
    assertThatThrownBy(() -> Rate.parse("1000000001/s"))
        .hasMessageContaining("too high: expected at most 1000000000/s");
    assertThatThrownBy(() -> Rate.parse("0.00000000000000000001/s"))
        .hasMessageContaining("has too many digits");
    assertThatThrownBy(() -> new Rate(-1, 1)).hasMessageContaining("is not a rate");
    assertThatThrownBy(() -> new Rate(1, 0)).hasMessageContaining("is not a rate");
  }

  @Test
  void shows_starts_a_second() {
    assertThat(Rate.parse("3000/m").perSecond()).isEqualTo(50.0);
    assertThat(Rate.parse("0.5/s").perSecond()).isEqualTo(0.5);
  }
}
