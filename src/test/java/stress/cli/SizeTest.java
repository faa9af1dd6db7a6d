package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of bytes. */
final class SizeTest {
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "200,200",
    "200b,200",
    "1kb,1000",
    "1KiB,1024",
    "64k,65536",
    "1MB,1000000",
    "16MiB,16777216",
    "1GiB,1073741824",
    "2 GB,2000000000"
  })
  void read(String text, long bytes) {
    assertThat(Size.parse(text)).isEqualTo(new Size(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1.5k", "5parsec", "KiB"})
  void refused(String text) {
    assertThatThrownBy(() -> Size.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64KiB");
  }

  @Test
  void shown() {
    assertThat(new Size(16L << 20)).hasToString("16 MiB");
    assertThat(new Size(65_536)).hasToString("64 KiB");
    assertThat(new Size(1L << 30)).hasToString("1 GiB");
    assertThat(new Size(1_000)).hasToString("1000 bytes");
    assertThat(new Size(0)).hasToString("0 bytes");
  }
}
