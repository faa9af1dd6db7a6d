package stress.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "999, < 1 µs",
    "1000, 1.00 µs",
    "12345, 12.3 µs",
    "999499, 999 µs",
    "999500, 1.00 ms",
    "298000000, 298 ms",
    "999700000, 1.00 s",
    "1250000000, 1.25 s",
    "59949999999, 59.9 s",
    "60000000000, 1.00 m",
    "3600000000000, 1.00 h",
    "86400000000000, 24.0 h",
    "4000000000000000, '1 110 h'",
  })
  void prints_durations_to_three_digits(long nanos, String text) {
    assertThat(Figures.duration(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "272000000, 324000000, 298 ms ± 26 ms",
    "324000000, 272000000, 298 ms ± 26 ms",
    "298000000, 298000000, 298 ms",
    "298000000, 298100000, 298 ms",
    "0, 51000000, 25.5 ms ± 26 ms",
    "1124000000, 1376000000, 1.25 s ± 130 ms",
  })
  void prints_bounds_as_a_middle_and_half_their_distance(long low, long high, String text) {
    assertThat(Figures.between(low, high)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "49.98, 50",
    "49.91, 49.9",
    "4.167, 4.17",
    "0.0591, 0.059",
    "0.00001, < 0.001",
    "-0.5, -0.5",
    "999.6, 1 000",
    "12345.6, 12 346",
  })
  void prints_numbers(double value, String text) {
    assertThat(Figures.number(value)).isEqualTo(text);
  }

  @Test
  void groups_digits_and_never_rounds_a_share_up() {
    assertThat(Figures.count(10_000)).isEqualTo("10 000");
    assertThat(Figures.count(-1_234_567)).isEqualTo("-1 234 567");
    assertThat(Figures.count(999)).isEqualTo("999");
    assertThat(Figures.share(99_999, 100_000)).isEqualTo("99.99 %");
    assertThat(Figures.share(100_000, 100_000)).isEqualTo("100 %");
    assertThat(Figures.share(1, 1_000_000)).isEqualTo("< 0.01 %");
    assertThat(Figures.share(0, 5)).isEqualTo("0 %");
    assertThat(Figures.share(0, 0)).isEqualTo("–");
  }

  @Test
  void shows_text_from_outside_without_its_effects() {
    assertThat(Sanitised.text("a\u001b[31mb\r\n\t\u202ec\u0085\u2028d\u00a0e"))
        .isEqualTo("a\\x1b[31mb\\r\\n\\t\\u{202e}c\\x85\\u{2028}d e");
    assertThat(Sanitised.text("größer ✓ 😀")).isEqualTo("größer ✓ 😀");
    assertThat(Sanitised.text("\ud83d")).isEqualTo("\\u{d83d}");
    assertThat(Sanitised.text("😀😀😀", 2)).isEqualTo("😀…");
  }

  @Test
  void draws_levels_from_zero() {
    OptionalDouble gap = OptionalDouble.empty();
    assertThat(
            Sparkline.of(
                List.of(OptionalDouble.of(0), OptionalDouble.of(7), gap, OptionalDouble.of(4)), 40))
        .isEqualTo("▁█ ▅");
    assertThat(Sparkline.of(List.of(OptionalDouble.of(1), OptionalDouble.of(7)), 1)).isEqualTo("█");
    assertThat(Sparkline.of(List.of(OptionalDouble.of(0), gap), 40)).isEqualTo("▁");
    assertThat(Sparkline.of(List.of(), 40)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1, 1 B",
    "1023, 1 023 B",
    "1023.6, 1 KiB",
    "1536, 1.5 KiB",
    "1048000, 1 023 KiB",
    "1048575, 1 MiB",
    "1.5e15, 1.33 PiB",
    "2e18, 1 776 PiB",
  })
  void prints_bytes_in_binary_units(double bytes, String text) {
    assertThat(Figures.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "99999999, < 100 ms: excellent",
    "100000000, 100–500 ms: good",
    "500000000, 100–500 ms: good",
    "500000001, > 500 ms: may indicate issues",
  })
  void a_latency_has_a_word(long nanos, String word) {
    assertThat(LatencySection.word(nanos)).isEqualTo(word);
  }
}
