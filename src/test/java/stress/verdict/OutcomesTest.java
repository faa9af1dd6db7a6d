package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.End;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.measure.Series;

/** Thresholds on every sort of metric, from the sample to the exit code. */
class OutcomesTest {
  private static final long MS = 1_000_000;

  private static RunResult run(String... thresholds) {
    return SampleRuns.with(SampleRuns.good(), List.of(thresholds));
  }

  private static RunResult run(Series series, Distribution samples, String... thresholds) {
    Map<Series, Distribution> times = new EnumMap<>(Series.class);
    times.put(series, samples);
    return SampleRuns.withTimes(run(thresholds), times);
  }

  private static RunResult jobs(long jobs, long succeeded, String... thresholds) {
    Counts counts =
        Counts.ZERO
            .with(Counter.STARTED, jobs)
            .with(Counter.ACCEPTED, jobs)
            .with(Counter.SUCCEEDED, succeeded)
            .with(Counter.FAILED, jobs - succeeded);
    return SampleRuns.with(run(thresholds), counts, End.COMPLETED);
  }

  private static Finding only(RunResult run) {
    List<Finding> findings = Judge.judge(run).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static int exit(RunResult run) {
    return Judge.judge(run).exit().code();
  }

  private static Distribution fastAndSlow(int fast, int slow, long slowMillis) {
    long[] samples = new long[fast + slow];
    for (int i = 0; i < fast; i++) {
      samples[i] = i * 7 * MS / fast;
    }
    Arrays.fill(samples, fast, fast + slow, slowMillis * MS);
    return Distribution.of(samples);
  }

  @Test
  void six_slow_ones_of_102_break_the_p95() {
    RunResult run =
        run(Series.SUBMIT_SERVICE, fastAndSlow(96, 6, 1_502), "jobs.submit.service.p95 < 1500ms");
    assertThat(only(run))
        .extracting(Finding::outcome, Finding::value, Finding::interval, Finding::evidence)
        .containsExactly(
            Outcome.FAIL,
            "1.503 s",
            Optional.of("6.636 ms … 1.503 s"),
            "p95 of 102 samples; they lie from 0 s to 1.503 s.");
    assertThat(exit(run)).isEqualTo(3);
  }

  @Test
  void a_few_at_three_seconds_among_15_000() {
    Distribution samples = fastAndSlow(15_000, 10, 3_000);
    assertThat(
            only(run(Series.SUBMIT_SERVICE, samples, "jobs.submit.service.p99.5 < 1s")).outcome())
        .isEqualTo(Outcome.PASS);
    // 15 of 15 010 may be slower than the p99.9, and 10 are.
    assertThat(
            only(run(Series.SUBMIT_SERVICE, samples, "jobs.submit.service.p99.9 < 1s")).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(
            only(run(Series.SUBMIT_SERVICE, samples, "jobs.submit.service.p99.99 < 1s")).outcome())
        .isEqualTo(Outcome.FAIL);
    assertThat(only(run(Series.SUBMIT_SERVICE, samples, "jobs.submit.service.max < 1s")).value())
        .isEqualTo("3.001 s");
  }

  @ParameterizedTest
  @CsvSource({"p0.001", "p1", "p50", "p99", "p99.999", "p100", "max", "mean"})
  void one_sample_is_every_percentile(String aggregate) {
    Finding finding =
        only(
            run(
                Series.SUBMIT_SERVICE,
                Distribution.of(298 * MS),
                "jobs.submit.service." + aggregate + " <= 299ms"));
    assertThat(finding.value()).isIn("298 ms", "297.9 ms", "298.1 ms");
    assertThat(finding.outcome())
        .isEqualTo(
            List.of("p50", "p99", "p99.999").contains(aggregate)
                ? Outcome.INCONCLUSIVE
                : Outcome.PASS);
  }

  @Test
  void too_few_samples_for_a_percentile_are_said() {
    Distribution twenty = Distribution.of(LongStream.rangeClosed(1, 20).map(i -> i * MS).toArray());
    RunResult run = run(Series.SUBMIT_SERVICE, twenty, "jobs.submit.service.p99 < 1s");
    assertThat(only(run))
        .extracting(Finding::outcome, Finding::interval, Finding::evidence)
        .containsExactly(
            Outcome.INCONCLUSIVE,
            Optional.of("from 19.01 ms, no upper limit"),
            "p99 of 20 samples is the maximum; they lie from 999.9 µs to 20 ms. The sample cannot"
                + " decide: with 95 % confidence the true value is from 19.01 ms, no upper limit. An"
                + " upper limit needs 368 samples or more.");
    assertThat(exit(run)).isZero();
  }

  @Test
  void strict_makes_a_failure_of_what_the_sample_cannot_decide() {
    Distribution twenty = Distribution.of(LongStream.rangeClosed(1, 20).map(i -> i * MS).toArray());
    RunResult run = run(Series.SUBMIT_SERVICE, twenty, "jobs.submit.service.p99 < 1s strict");
    assertThat(only(run).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(only(run).threshold()).isEqualTo("jobs.submit.service.p99 < 1s");
    assertThat(only(run).evidence()).endsWith("That is a failure, since it is strict.");
    assertThat(exit(run)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "jobs.submit.service.p50 < 62ms, PASS", // the limits are the samples of rank 40 and 61
    "jobs.submit.service.p50 < 58ms, INCONCLUSIVE",
    "jobs.submit.service.p50 < 50ms, FAIL",
    "jobs.submit.service.p50 > 39ms, PASS",
    "jobs.submit.service.p50 > 45ms, INCONCLUSIVE",
    "jobs.submit.service.p50 > 51ms, FAIL",
    "jobs.submit.service.min < 1100us, PASS",
    "jobs.submit.service.mean > 50ms, PASS",
    "jobs.submit.service.mean < 50ms, FAIL",
    "jobs.submit.service.count >= 100, PASS",
    "jobs.submit.service.count > 100, FAIL",
  })
  void a_hundred_samples_of_1_to_100_ms(String threshold, Outcome outcome) {
    Distribution hundred =
        Distribution.of(LongStream.rangeClosed(1, 100).map(i -> i * MS).toArray());
    assertThat(only(run(Series.SUBMIT_SERVICE, hundred, threshold)).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "50, 50, completions.success >= 99%, PASS", // the usual one judges the run alone
    "50, 50, completions.success >= 99% strict, FAIL",
    "50, 50, completions.success >= 95%, INCONCLUSIVE",
    "50, 50, completions.success >= 90%, PASS",
    "50, 50, completions.success >= 100%, PASS", // all of them, which is true
    "50, 49, completions.success >= 100%, FAIL",
    "50, 49, completions.success >= 99%, FAIL",
    "50, 50, submissions.success >= 100%, PASS",
    "50, 50, submissions.success >= 100% strict, PASS",
    "50, 50, errors.share <= 0%, PASS",
    "50, 50, errors.share < 1%, INCONCLUSIVE",
    "50, 40, errors.share < 50%, PASS",
    "50, 40, errors.share < 10%, FAIL",
    "50, 40, errors.share > 25%, FAIL",
  })
  void shares(long jobs, long succeeded, String threshold, Outcome outcome) {
    assertThat(only(jobs(jobs, succeeded, threshold)).outcome()).isEqualTo(outcome);
  }

  @Test
  void a_share_carries_its_interval() {
    assertThat(only(jobs(50, 50, "completions.success >= 95%")))
        .extracting(Finding::value, Finding::interval)
        .containsExactly("100 %", Optional.of("92.88 % … 100 %"));
    assertThat(only(jobs(50, 40, "errors.share < 50%")).evidence())
        .isEqualTo("10 of 50 starts failed, 10 as jobs.");
  }

  @ParameterizedTest
  @CsvSource({
    "jobs.polls > 12344, PASS, 12 345",
    "jobs.polls.count > 12345, FAIL, 12 345",
    "jobs.lost < 1, PASS, 0",
    "jobs.accepted.rate >= 50/s, PASS, 50/s", // 1 000 in 20 s
    "jobs.accepted.rate >= 3001/m, FAIL, 50/s",
    "jobs.succeeded.rate > 49/s, PASS, 49.05/s",
    "jobs.queue.own.max <= 40, PASS, 40",
    "jobs.queue.own.min >= 0, PASS, 0",
    "jobs.queue.own.mean < 26, PASS, 25.4",
    "jobs.queue.own.mean < 25, FAIL, 25.4",
    "generator.heap.max < 64MiB, PASS, 46 MiB",
    "generator.cpu.max < 15.5%, PASS, 15.4 %",
    "run.elapsed < 21s, PASS, 20.41 s",
    "generator.offered.rate > 49.9/s, PASS, 49.98/s",
    "errors.count < 1, PASS, 0",
    "identity.count < 1, PASS, 0",
  })
  void counts_levels_and_other_facts(String threshold, Outcome outcome, String value) {
    assertThat(only(run(threshold)))
        .extracting(Finding::outcome, Finding::value)
        .containsExactly(outcome, value);
  }

  @Test
  void a_rate_says_how_far_chance_would_move_it() {
    assertThat(only(run("jobs.accepted.rate >= 50/s")))
        .extracting(Finding::interval, Finding::evidence)
        .containsExactly(
            Optional.of("46.95/s … 53.2/s"), "1 000 over 20 s: submissions answered with an id.");
  }

  @Test
  void no_submission_is_no_data_and_no_pass() {
    RunResult nothing =
        SampleRuns.with(
            SampleRuns.withTimes(run("jobs.submit.service.p95 < 200ms"), Map.of()),
            Counts.ZERO,
            End.COMPLETED);
    Judgement judgement = Judge.judge(nothing);
    assertThat(judgement.exit().code()).isEqualTo(4);
    assertThat(judgement.findings().get(1))
        .extracting(Finding::outcome, Finding::value, Finding::evidence)
        .containsExactly(
            Outcome.NO_DATA,
            "–",
            "There is no sample of jobs.submit.service: submission, sent to answered.");
  }

  @Test
  void no_answer_at_all_has_failed_where_it_also_lacks_data() {
    Counts refused = Counts.ZERO.with(Counter.STARTED, 50).with(Counter.REFUSED, 50);
    RunResult run =
        SampleRuns.with(
            SampleRuns.withTimes(
                run("submissions.success >= 100%", "jobs.submit.service.p95 < 200ms"), Map.of()),
            refused,
            End.COMPLETED);
    assertThat(Judge.judge(run).findings())
        .extracting(Finding::outcome)
        .containsExactly(Outcome.FAIL, Outcome.NO_DATA);
    assertThat(exit(run)).isEqualTo(3);
  }

  @Test
  void each_scenario_that_measures_a_metric_is_judged_by_it() {
    RunResult both =
        SampleRuns.with(
            SampleRuns.joined(SampleRuns.submission(), SampleRuns.good()),
            List.of("jobs.submit.service.p50 < 1s", "jobs.total.high.p50 < 10s"));
    assertThat(Judge.judge(both).findings())
        .extracting(finding -> finding.scenario().orElseThrow().id() + " " + finding.threshold())
        .containsExactly(
            "submission jobs.submit.service.p50 < 1s",
            "end-to-end jobs.submit.service.p50 < 1s",
            "end-to-end jobs.total.high.p50 < 10s");
  }

  @Test
  void a_run_that_a_threshold_stopped_has_failed() {
    RunResult run =
        SampleRuns.with(
            run("completions.success >= 1%"),
            SampleRuns.good().scenarios().get(0).counts(),
            End.ABORTED);
    assertThat(exit(run)).isEqualTo(3);
  }
}
