package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.End;
import stress.measure.GeneratorHealth;
import stress.measure.RunResult;
import stress.measure.SampleRuns;

class JudgeTest {
  private static final Counts ALL_WELL = ended(100, 100);

  /** So many jobs, of which so many succeeded and the others failed. */
  private static Counts ended(long jobs, long succeeded) {
    return Counts.ZERO
        .with(Counter.STARTED, jobs)
        .with(Counter.ACCEPTED, jobs)
        .with(Counter.SUCCEEDED, succeeded)
        .with(Counter.FAILED, jobs - succeeded);
  }

  private static RunResult run(Counts counts, End end) {
    return SampleRuns.with(SampleRuns.good(), counts, end);
  }

  private static Finding completions(Judgement judgement) {
    return judgement.findings().stream()
        .filter(finding -> finding.threshold().startsWith("completions"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "100, PASSED, 100 %",
    "99, PASSED, 99 %",
    "98, CROSSED, 98 %",
    "0, CROSSED, 0 %",
  })
  void holds_a_run_against_its_thresholds(long succeeded, ExitCode exit, String value) {
    Judgement judgement = Judge.judge(run(ended(100, succeeded), End.COMPLETED));
    assertThat(judgement.exit()).isEqualTo(exit);
    assertThat(completions(judgement).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "UNREACHED, 5",
    "INTERRUPTED, 130",
    "TERMINATED, 143",
    "COMPLETED, 0",
    "BUDGET, 0",
  })
  void how_a_run_ended_comes_before_its_thresholds(End end, int code) {
    assertThat(Judge.judge(run(ALL_WELL, end)).exit().code()).isEqualTo(code);
  }

  @Test
  void an_interrupt_comes_before_a_crossed_threshold() {
    assertThat(Judge.judge(run(ended(100, 1), End.INTERRUPTED)).exit().code()).isEqualTo(130);
  }

  @Test
  void a_lost_count_is_a_bug_even_when_a_threshold_is_crossed() {
    Judgement judgement = Judge.judge(run(ended(100, 1).with(Counter.FAILED, 98), End.COMPLETED));
    assertThat(judgement.exit()).isEqualTo(ExitCode.STRESS_FAILED);
    assertThat(judgement.findings().get(0).evidence())
        .startsWith("stress lost count: 100 started, 99 ends counted.");
  }

  @Test
  void no_start_is_no_pass() {
    Judgement judgement = Judge.judge(run(Counts.ZERO, End.COMPLETED));
    assertThat(judgement.exit().code()).isEqualTo(4);
    assertThat(judgement.findings())
        .extracting(Finding::outcome)
        .containsOnly(Outcome.NO_DATA)
        .hasSize(3);
    RunResult lenient = SampleRuns.with(run(Counts.ZERO, End.COMPLETED), List.of());
    assertThat(Judge.judge(lenient).exit().code()).isEqualTo(4);
  }

  @Test
  void a_threshold_without_data_is_no_pass() {
    Judgement judgement =
        Judge.judge(
            SampleRuns.with(
                run(Counts.ZERO.with(Counter.STARTED, 3).with(Counter.REFUSED, 3), End.COMPLETED),
                List.of("completions.success >= 99%")));
    assertThat(judgement.exit().code()).isEqualTo(4);
    assertThat(completions(judgement))
        .extracting(Finding::outcome, Finding::value, Finding::evidence)
        .containsExactly(Outcome.NO_DATA, "–", "No job was submitted.");
    RunResult unfollowed =
        SampleRuns.with(SampleRuns.submission(), List.of("completions.success >= 99%"));
    assertThat(Judge.judge(unfollowed).exit().code()).isEqualTo(4);
  }

  @Test
  void a_share_of_submitted_jobs_leaves_out_what_made_no_job() {
    // 7 refused and 3 merged submissions made no job: 90 of 90 jobs succeeded.
    Counts counts =
        Counts.ZERO
            .with(Counter.STARTED, 100)
            .with(Counter.REFUSED, 7)
            .with(Counter.ACCEPTED, 93)
            .with(Counter.MERGED, 3)
            .with(Counter.SUCCEEDED, 90);
    Judgement judgement = Judge.judge(run(counts, End.COMPLETED));
    assertThat(completions(judgement).value()).isEqualTo("100 %");
    assertThat(judgement.findings().get(0).value()).isEqualTo("93 %");
    assertThat(judgement.exit()).isEqualTo(ExitCode.CROSSED);
  }

  @Test
  void what_our_deadline_cut_is_no_success_and_named_as_ours() {
    Counts counts = ended(100, 95).with(Counter.FAILED, 1).with(Counter.CUT, 4);
    Finding finding = completions(Judge.judge(run(counts, End.COMPLETED)));
    assertThat(finding.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(finding.evidence())
        .isEqualTo(
            "95 of 100 submitted jobs succeeded, 1 ended otherwise at the target,"
                + " 4 cut by our own deadline (--timeout).");
  }

  @Test
  void in_flight_at_the_budget_counts_as_not_completed() {
    Counts counts = ended(100, 90).with(Counter.FAILED, 0).with(Counter.IN_FLIGHT_AT_END, 10);
    Judgement judgement = Judge.judge(run(counts, End.BUDGET));
    assertThat(judgement.exit()).isEqualTo(ExitCode.CROSSED);
    assertThat(completions(judgement).evidence())
        .isEqualTo(
            "90 of 100 submitted jobs succeeded,"
                + " 10 still in flight when --budget ended the run.");
  }

  @Test
  void what_we_cancelled_before_an_answer_is_no_failed_submission() {
    Counts counts = ended(90, 90).with(Counter.STARTED, 100).with(Counter.CANCELLED_BY_US, 10);
    Finding submissions = Judge.judge(run(counts, End.BUDGET)).findings().get(0);
    assertThat(submissions.outcome()).isEqualTo(Outcome.PASS);
    assertThat(submissions.evidence())
        .isEqualTo("90 of 90 submissions were accepted, 10 cancelled by us and not counted.");
  }

  @ParameterizedTest
  @CsvSource({
    "5000, 4213, 150, 4", // late, and too few
    "5000, 4213, 90, 0", // too few, but not for being late
    "5000, 4750, 150, 0", // late, but 95 % of what was asked
  })
  void a_generator_that_was_the_bottleneck_gives_no_verdict(
      double asked, double offered, long lagMillis, int code) {
    Judgement judgement = Judge.judge(generated(asked, offered, lagMillis, ALL_WELL));
    assertThat(judgement.exit().code()).isEqualTo(code);
  }

  @Test
  void the_bottleneck_is_said_in_numbers() {
    assertThat(Judge.judge(generated(5_000, 4_213, 150, ALL_WELL)).findings().get(0))
        .extracting(Finding::outcome, Finding::value, Finding::evidence)
        .containsExactly(
            Outcome.NO_VERDICT,
            "4 213/s",
            "The generator was the bottleneck: asked 5 000/s, offered 4 213/s, because it woke"
                + " 150 ms or more too late for one start in a hundred.");
  }

  @Test
  void dropped_starts_are_the_target_s_slowness() {
    Counts counts = ALL_WELL.with(Counter.DROPPED, 100);
    assertThat(Judge.judge(generated(100, 50, 150, counts)).exit()).isEqualTo(ExitCode.PASSED);
  }

  private static RunResult generated(double asked, double offered, long lagMillis, Counts counts) {
    GeneratorHealth health =
        new GeneratorHealth(
            OptionalDouble.of(asked),
            OptionalDouble.of(offered),
            OptionalLong.empty(),
            2,
            0,
            OptionalLong.empty());
    return SampleRuns.with(
        run(counts, End.COMPLETED), health, Distribution.of(lagMillis * 1_000_000));
  }

  @Test
  void each_scenario_is_judged_and_one_failure_is_enough() {
    RunResult both = SampleRuns.joined(SampleRuns.submission(), SampleRuns.good());
    Judgement judgement = Judge.judge(both);
    assertThat(judgement.findings())
        .extracting(Finding::outcome)
        .containsExactly(Outcome.FAIL, Outcome.PASS, Outcome.PASS);
    assertThat(judgement.exit()).isEqualTo(ExitCode.CROSSED);
  }

  @Test
  void a_threshold_that_was_edited_into_nonsense_is_refused() {
    RunResult edited = SampleRuns.with(SampleRuns.good(), List.of("good >= yes"));
    assertThatThrownBy(() -> Judge.judge(edited))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("threshold 'good >= yes': ");
  }
}
