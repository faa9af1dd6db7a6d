package stress.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "600, 600000000000, 10m",
    "600s, 600000000000, 10m",
    "10m, 600000000000, 10m",
    "1m30s, 90000000000, 1m30s",
    "1.5s, 1500000000, 1.5s",
    "250ms, 250000000, 250ms",
    "0.25s, 250000000, 250ms",
    "1500us, 1500000, 1.5ms",
    "7ns, 7, 7ns",
    "0, 0, 0s",
    "2h, 7200000000000, 2h",
    "1d, 86400000000000, 24h",
    "1H, 3600000000000, 1h",
  })
  void reads_and_prints(String text, long nanos, String printed) {
    Duration read = DurationText.parse(text);
    assertThat(read.toNanos()).isEqualTo(nanos);
    assertThat(DurationText.format(read)).isEqualTo(printed);
    assertThat(DurationText.parse(printed)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5s", "5 s", "1m30", "s", "99999999999999h", "1e3s", "NaN"})
  void refuses_what_is_no_duration(String text) {
    assertThatThrownBy(() -> DurationText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a duration such as 30 (seconds), 250ms, 1.5s, 1m30s or 2h");
  }
}
