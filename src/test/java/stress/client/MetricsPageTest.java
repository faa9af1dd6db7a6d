package stress.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stress.client.MetricsPage.Selector;

class MetricsPageTest {
  private static final MetricsPage PAGE =
      MetricsPage.parse(
          """
          # HELP jobs Jobs by state.
          # TYPE jobs gauge
          jobs{state="waiting",queue="a b"} 3
          jobs{state="waiting",queue="c\\"}\\\\"} 4 1700000000000
          jobs{state="running",} 2.5
          process_cpu_seconds_total 1.25e+02
          process_resident_memory_bytes\t1.048576e6\r
          histogram_bucket{le="+Inf"} 10
          up NaN
          down +Inf
          this is no sample
          """);

  @ParameterizedTest
  @CsvSource({
    "jobs, 9.5",
    "'jobs{state=\"waiting\"}', 7",
    "'jobs{ queue=\"a b\", state=\"waiting\" }', 3",
    "'jobs{queue=\"c\\\"}\\\\\"}', 4",
    "process_cpu_seconds_total, 125",
    "process_resident_memory_bytes, 1048576",
    "'histogram_bucket{le=\"+Inf\"}', 10",
  })
  void sums_the_samples_that_are_meant(String selector, double sum) {
    assertThat(PAGE.sum(Selector.parse(selector))).hasValue(sum);
  }

  @ParameterizedTest
  @ValueSource(strings = {"job", "jobs{state=\"done\"}", "up", "down", "this"})
  void what_is_not_there_or_not_finite_is_absent(String selector) {
    assertThat(PAGE.sum(Selector.parse(selector))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "1st", "jobs{", "jobs{state}", "jobs{state=waiting}"})
  void a_wrong_name_is_refused(String text) {
    assertThatThrownBy(() -> Selector.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'"
                + text
                + "': expected a metric's name, such as jobs_waiting or jobs{state=\"waiting\"}");
  }

  @Test
  void a_page_without_samples_says_so() {
    assertThat(PAGE.isEmpty()).isFalse();
    assertThat(MetricsPage.parse("<html>not found</html>").isEmpty()).isTrue();
    assertThat(MetricsPage.parse("{\"depth\": 4}").isEmpty()).isTrue();
    assertThat(MetricsPage.parse("").isEmpty()).isTrue();
  }
}
