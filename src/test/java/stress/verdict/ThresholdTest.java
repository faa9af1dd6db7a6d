package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.measure.Scenario;

class ThresholdTest {
  @ParameterizedTest
  @CsvSource({
    "submissions.success >= 100%, submissions.success >= 100%",
    "completions.success>=99.5 %, completions.success >= 99.5%",
    "'  completions.success  <  1% ', completions.success < 1%",
    "completions.success<=0%, completions.success <= 0%",
    "completions.success > 050%, completions.success > 50%",
  })
  void reads_and_prints(String text, String canonical) {
    Threshold threshold = Threshold.parse(text);
    assertThat(threshold.text()).isEqualTo(canonical);
    assertThat(Threshold.parse(canonical)).isEqualTo(threshold);
  }

  @ParameterizedTest
  @CsvSource({
    "'', expected METRIC OPERATOR PERCENT such as 'completions.success >= 99%'",
    "completions.success, expected METRIC OPERATOR PERCENT",
    "completions.success >= 99, expected METRIC OPERATOR PERCENT",
    "completions.success == 99%, OPERATOR one of < <= > >=",
    "completions.success >= -1%, expected METRIC OPERATOR PERCENT",
    "completions.success >= NaN%, expected METRIC OPERATOR PERCENT",
    "completions.success >= 101%, 'a share is from 0% to 100%, not 101%'",
    "completion.sucess >= 99%, did you mean 'completions.success'?",
    "submission.success >= 99%, did you mean 'submissions.success'?",
  })
  void refuses_with_the_text_and_what_was_expected(String text, String message) {
    assertThatThrownBy(() -> Threshold.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("threshold '" + text + "': ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    ">=, 99, true", ">=, 98, false", ">, 99, false", ">, 100, true",
    "<=, 99, true", "<=, 100, false", "<, 99, false", "<, 98, true",
  })
  void compares(String operator, long part, boolean holds) {
    Threshold threshold = Threshold.parse("completions.success " + operator + " 99%");
    assertThat(threshold.holds(new Share(part, 100))).isEqualTo(holds);
  }

  @Test
  void compares_without_rounding() {
    Threshold all = Threshold.parse("submissions.success >= 100%");
    assertThat(all.holds(new Share(999_999_999_999_999L, 1_000_000_000_000_000L))).isFalse();
    Threshold third = Threshold.parse("submissions.success >= 33.333333333%");
    assertThat(third.holds(new Share(1, 3))).isTrue();
  }

  @Test
  void the_defaults_ask_for_completions_only_where_jobs_are_followed() {
    assertThat(DefaultThresholds.of(Scenario.SUBMISSION))
        .extracting(Threshold::text)
        .containsExactly("submissions.success >= 100%");
    assertThat(DefaultThresholds.of(Scenario.END_TO_END))
        .extracting(Threshold::text)
        .containsExactly("submissions.success >= 100%", "completions.success >= 99%");
    for (Scenario scenario : List.of(Scenario.CONCURRENT, Scenario.THROUGHPUT)) {
      assertThat(DefaultThresholds.of(scenario))
          .extracting(Threshold::text)
          .containsExactly("connections.success >= 99%", "connections.kept >= 99%");
    }
    assertThat(DefaultThresholds.of(Scenario.ERRORS))
        .extracting(Threshold::text)
        .containsExactly("errors.expected >= 100%");
  }
}
