package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stress.measure.Scenario;

class ThresholdTest {
  @ParameterizedTest
  @CsvSource({
    "submissions.success >= 100%, submissions.success >= 100%",
    "completions.success>=99.5 %, completions.success >= 99.5%",
    "'  completions.success  <  1% ', completions.success < 1%",
    "completions.success<=0%, completions.success <= 0%",
    "completions.success > 050%, completions.success > 50%",
    "completions.success.share >= 99%, completions.success >= 99%",
    "jobs.submit.response.p95 < 200ms, jobs.submit.response.p95 < 200ms",
    "jobs.submit.response.p095.0 < 0.2s, jobs.submit.response.p95 < 200ms",
    "jobs.total.high.p99.99 < 90s, jobs.total.high.p99.99 < 1m30s",
    "jobs.total.high.p100 < 1m30s, jobs.total.high.p100 < 1m30s",
    "jobs.total.high.mean < 2h, jobs.total.high.mean < 120m",
    "ws.handshake.dns.max <= 1500 us, ws.handshake.dns.max <= 1.5ms",
    "ws.handshake.min > 250µs, ws.handshake.min > 250us",
    "ws.ping.count >= 100, ws.ping.count >= 100",
    "ws.gap.p50 < 0ms, ws.gap.p50 < 0s",
    "jobs.accepted.rate >= 50/s, jobs.accepted.rate >= 50/s",
    "jobs.accepted.rate >= 100.50/m, jobs.accepted.rate >= 100.5/m",
    "jobs.refused < 5, jobs.refused.count < 5",
    "jobs.refused.count < 5.0, jobs.refused.count < 5",
    "ws.bytes.in > 1.5mib, ws.bytes.in.count > 1.5MiB",
    "ws.bytes.in.rate > 64 KB/s, ws.bytes.in.rate > 64kB/s",
    "ws.bytes.out.rate < 100B/h, ws.bytes.out.rate < 100B/h",
    "jobs.queue.own.max < 50, jobs.queue.own.max < 50",
    "jobs.queue.difference.min > -2.5, jobs.queue.difference.min > -2.5",
    "jobs.queue.own.slope <= -1/s, jobs.queue.own.slope <= -1/s",
    "jobs.queue.own.growth <= 5%, jobs.queue.own.growth <= 5%",
    "generator.cpu.mean < 180%, generator.cpu.mean < 180%",
    "generator.heap.max < 1GiB, generator.heap.max < 1GiB",
    "errors.share <= 1%, errors.share <= 1%",
    "errors.count < 1, errors.count < 1",
    "run.elapsed < 1m, run.elapsed < 1m",
    "jobs.poll.service.p95 < 1s strict, jobs.poll.service.p95 < 1s strict",
    "jobs.poll.service.p95 < 1s  abort-on-fail, jobs.poll.service.p95 < 1s abort-on-fail",
    "jobs.lost < 1 abort-on-fail after 10s, jobs.lost.count < 1 abort-on-fail after 10s",
    "jobs.lost < 1 strict abort-on-fail after 90s,"
        + " jobs.lost.count < 1 strict abort-on-fail after 1m30s",
  })
  void reads_and_prints(String text, String canonical) {
    Threshold threshold = Threshold.parse(text);
    assertThat(threshold.text()).isEqualTo(canonical);
    assertThat(Threshold.parse(canonical)).isEqualTo(threshold);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | expected METRIC OPERATOR VALUE such as 'jobs.submit.service.p95 < 200ms'",
        "completions.success | expected METRIC OPERATOR VALUE",
        "< 5 | expected METRIC OPERATOR VALUE",
        "completions.success >= | '' is no value of completions.success: expected a share such as 99%",
        "completions.success >= 99 | '99' is no value of completions.success: expected a share such as 99%",
        "completions.success >= 99ms | expected a share such as 99%",
        "completions.success == 99% | there is no operator '=='; expected < <= > or >=",
        "completions.success => 99% | there is no operator '=>'",
        "completions.success >= -1% | expected a share",
        "completions.success >= NaN% | expected a share",
        "completions.success >= 101% | from 0% to 100%",
        "jobs.refused < 5/s | '5/s' is no value of jobs.refused.count: expected a whole number",
        "jobs.refused < 2.5 | expected a whole number",
        "jobs.refused < -1 | expected a whole number",
        "jobs.refused.rate < 5 | expected a rate such as 50/s or 3000/m",
        "jobs.refused.rate < 5/d | expected a rate",
        "jobs.submit.service.p95 < 200 | '200' is no value of jobs.submit.service.p95: expected a duration such as 200ms",
        "jobs.submit.service.p95 < -1ms | expected a duration",
        "jobs.submit.service.p95 < 1 parsec | '1 parsec' is no value",
        "ws.bytes.in > 5 | expected a number of bytes such as 200B",
        "ws.bytes.in > 5 potatoes | expected a number of bytes",
        "ws.bytes.in.rate > 5MB | expected a rate of bytes such as 1.5MiB/s",
        "completion.sucess >= 99% | there is no metric 'completion.sucess'; did you mean completions.success",
        "submission.success >= 99% | did you mean submissions.success",
        "jobs.submit.respnse.p99 < 1s | did you mean jobs.submit.response.p99 or",
        "jobs.submit.service.p0 < 1s | did you mean jobs.submit.service.p95",
        "jobs.submit.service.p101 < 1s | did you mean jobs.submit.service.p95",
        "jobs.submit.service.median < 1s | did you mean jobs.submit.service.mean",
        "jobs.submit.service < 1s | there is no metric 'jobs.submit.service'; did you mean jobs.submit.",
        "jobs.queue.own < 5 | did you mean jobs.queue.own.m",
        "jobs.lost < 1 abort-on-fail after soon | 'soon' behind after: expected a duration",
        "jobs.lost < 1 abort-on-fail strict | 'abort-on-fail' out of place: behind all thresholds may stand",
        "jobs.lost < 1 after 10s | 'after' out of place",
        "jobs.succeeded > 9 abort-on-fail | jobs.succeeded.count may pass as long as the run goes on",
        "jobs.poll.service.min < 1ms abort-on-fail | may pass as long as the run goes on",
        "errors.expected >= 99% abort-on-fail | errors.expected is known at the end alone",
        "jobs.lost < 1 and jobs.cut < 1 | expected one threshold, found 2"
      })
  void refuses_with_the_text_and_what_was_expected(String text, String message) {
    assertThatThrownBy(() -> Threshold.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("threshold '" + text + "': ")
        .hasMessageContaining(message);
  }

  @Test
  void and_joins_and_the_end_holds_for_all() {
    assertThat(
            ThresholdText.parse(
                "jobs.lost < 1 and completions.success>=99%\n and jobs.cut < 2 strict"))
        .extracting(Threshold::text)
        .containsExactly(
            "jobs.lost.count < 1 strict",
            "completions.success >= 99% strict",
            "jobs.cut.count < 2 strict");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jobs.lost < 1 and",
        "and jobs.lost < 1",
        "jobs.lost < 1 and and jobs.cut < 1",
        "jobs.lost < 1 strict and jobs.cut < 1",
        "jobs.lost < 1 jobs.cut < 1",
        "jobs.lost < 1, jobs.cut < 1",
      })
  void a_list_that_is_none(String text) {
    assertThatThrownBy(() -> ThresholdText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("threshold '" + text + "': ");
  }

  @ParameterizedTest
  @CsvSource({
    ">=, 99, true", ">=, 98, false", ">, 99, false", ">, 100, true",
    "<=, 99, true", "<=, 100, false", "<, 99, false", "<, 98, true",
  })
  void compares(String operator, BigDecimal value, boolean holds) {
    Threshold threshold = Threshold.parse("completions.success " + operator + " 99%");
    assertThat(threshold.holds(value)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "<, 200000000, false", // the same
    "<=, 200000000, true",
    "<=, 200010000, true", // nothing that the histogram could tell from the bound
    "<, 199900000, false",
    "<=, 200400000, false",
    "<, 199000000, true",
    ">=, 199900000, true",
    ">, 200010000, false",
  })
  void a_duration_of_the_bound_s_class_is_equal_to_it(
      String operator, BigDecimal nanos, boolean holds) {
    assertThat(Threshold.parse("ws.ping.p95 " + operator + " 200ms").holds(nanos)).isEqualTo(holds);
  }

  @Test
  void the_defaults_ask_for_completions_only_where_jobs_are_followed() {
    assertThat(DefaultThresholds.of(Scenario.SUBMISSION, true))
        .extracting(Threshold::text)
        .containsExactly("submissions.success >= 100%");
    assertThat(DefaultThresholds.of(Scenario.END_TO_END, false))
        .extracting(Threshold::text)
        .containsExactly("submissions.success >= 100%", "completions.success >= 99%");
    assertThat(DefaultThresholds.of(Scenario.END_TO_END, true))
        .extracting(Threshold::text)
        .containsExactly(
            "submissions.success >= 100%",
            "completions.success >= 99%", "jobs.queue.own.growth <= 5%");
    for (Scenario scenario : List.of(Scenario.CONCURRENT, Scenario.THROUGHPUT)) {
      assertThat(DefaultThresholds.of(scenario, true))
          .extracting(Threshold::text)
          .containsExactly("connections.success >= 99%", "connections.kept >= 99%");
    }
    assertThat(DefaultThresholds.of(Scenario.ERRORS, true))
        .extracting(Threshold::text)
        .containsExactly("errors.expected >= 100%");
  }

  @Test
  void a_given_one_takes_the_place_of_the_default_on_its_metric() {
    assertThat(
            DefaultThresholds.with(
                DefaultThresholds.of(Scenario.END_TO_END, false),
                ThresholdText.parse(
                    "submissions.success >= 95% and jobs.lost < 1 and submissions.success > 1%")))
        .extracting(Threshold::text)
        .containsExactly(
            "completions.success >= 99%",
            "submissions.success >= 95%", "jobs.lost.count < 1", "submissions.success > 1%");
  }
}
