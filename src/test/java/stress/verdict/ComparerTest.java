package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stress.measure.Distribution;
import stress.measure.End;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.measure.SampleSockets;
import stress.measure.Series;

final class ComparerTest {
  private static final int REPEATS = 100;
  private static final Comparer COMPARER = new Comparer(Comparer.ALLOWED);

  private static List<Comparison> repeated(IntFunction<Comparison> comparison) {
    return IntStream.range(0, REPEATS).mapToObj(comparison).toList();
  }

  private static long with(List<Comparison> comparisons, Change verdict) {
    return comparisons.stream().filter(c -> c.verdict() == verdict).count();
  }

  private static Comparison compared(int seed, int jobs, double slowness) {
    return COMPARER.compare(
        ComparedRuns.run("base", 2L * seed, jobs, 1),
        ComparedRuns.run("new", 2L * seed + 1, jobs, slowness));
  }

  private static ComparedMetric metric(Comparison comparison, String name) {
    return comparison.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void two_runs_of_the_same_target_are_the_same() {
    List<Comparison> comparisons = repeated(seed -> compared(seed, 2_000, 1));
    assertThat(with(comparisons, Change.SAME)).isGreaterThanOrEqualTo(95);
    assertThat(comparisons.stream().filter(c -> c.exit() == ExitCode.PASSED).count())
        .isGreaterThanOrEqualTo(95);
  }

  @Test
  void ten_percent_slower_with_two_thousand_samples_is_worse() {
    List<Comparison> comparisons = repeated(seed -> compared(seed, 2_000, 1.1));
    assertThat(with(comparisons, Change.WORSE)).isEqualTo(REPEATS);
    assertThat(comparisons).allMatch(c -> c.exit() == ExitCode.CROSSED);
    Comparison one = comparisons.get(0);
    assertThat(metric(one, "jobs.total.high shift").verdict()).isEqualTo(Change.WORSE);
    assertThat(metric(one, "jobs.total.high p50").verdict()).isEqualTo(Change.WORSE);
    assertThat(metric(one, "completions.success").verdict()).isEqualTo(Change.SAME);
  }

  @Test
  void one_series_alone_suffices_to_tell_ten_percent() {
    List<Comparison> comparisons =
        repeated(
            seed -> {
              Random chance = new Random(seed);
              Distribution before = ComparedRuns.times(chance, 2_000, 12, 0.35);
              Distribution after = ComparedRuns.times(chance, 2_000, 13.2, 0.35);
              return COMPARER.compare(
                  ComparedRuns.run("a", 2_000, 0, Map.of(Series.SUBMIT_SERVICE, before)),
                  ComparedRuns.run("b", 2_000, 0, Map.of(Series.SUBMIT_SERVICE, after)));
            });
    assertThat(with(comparisons, Change.WORSE)).isGreaterThanOrEqualTo(95);
  }

  @Test
  void few_samples_give_no_false_alarm_but_no_false_comfort_either() {
    List<Comparison> comparisons = repeated(seed -> compared(seed, 40, 1));
    assertThat(with(comparisons, Change.WORSE) + with(comparisons, Change.BETTER))
        .isLessThanOrEqualTo(5);
    Comparison one = comparisons.get(0);
    assertThat(metric(one, "jobs.queueing.high shift").verdict()).isEqualTo(Change.CANNOT_TELL);
    assertThat(one.metrics()).noneMatch(m -> m.name().endsWith("jobs.total.high p99"));
    assertThat(one.exit()).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void faster_is_better_and_passes() {
    Comparison comparison = compared(1, 2_000, 0.9);
    assertThat(comparison.verdict()).isEqualTo(Change.BETTER);
    assertThat(comparison.exit()).isEqualTo(ExitCode.PASSED);
    assertThat(comparison.regressions()).isZero();
  }

  @Test
  void what_is_allowed_to_get_worse_is_still_called_worse() {
    RunResult base = ComparedRuns.run("base", 1, 2_000, 1);
    RunResult slower = ComparedRuns.run("new", 2, 2_000, 1.1);
    Comparison lenient = new Comparer(0.25).compare(base, slower);
    assertThat(lenient.verdict()).isEqualTo(Change.WORSE);
    assertThat(lenient.regressions()).isZero();
    assertThat(lenient.exit()).isEqualTo(ExitCode.PASSED);
    Comparison strict = new Comparer(0.05).compare(base, slower);
    assertThat(strict.regressions()).isPositive();
    assertThat(strict.exit()).isEqualTo(ExitCode.CROSSED);
    assertThatThrownBy(() -> new Comparer(-0.1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void failures_that_became_more_frequent_are_a_regression_whatever_is_allowed() {
    Distribution times = ComparedRuns.times(new Random(1), 1_000, 12, 0.3);
    RunResult base = ComparedRuns.run("a", 1_000, 5, Map.of(Series.SUBMIT_SERVICE, times));
    RunResult fresh = ComparedRuns.run("b", 1_000, 60, Map.of(Series.SUBMIT_SERVICE, times));
    Comparison comparison = new Comparer(0.5).compare(base, fresh);
    ComparedMetric share = metric(comparison, "completions.success");
    assertThat(share.base().value()).isEqualTo(0.995);
    assertThat(share.fresh().value()).isEqualTo(0.94);
    assertThat(share.verdict()).isEqualTo(Change.WORSE);
    assertThat(comparison.exit()).isEqualTo(ExitCode.CROSSED);
    assertThat(metric(comparison, "submissions.success").verdict()).isEqualTo(Change.SAME);
  }

  @Test
  void equal_samples_have_not_changed_at_all() {
    RunResult run = SampleRuns.good();
    Comparison comparison = COMPARER.compare(run, run);
    assertThat(comparison.verdict()).isEqualTo(Change.SAME);
    assertThat(comparison.notes()).containsExactly("base and new run are the same run");
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.metrics())
        .allSatisfy(
            metric -> {
              double none = metric.kind() == ComparedMetric.Kind.SHARE ? 0 : 1;
              assertThat(metric.change().low()).isLessThanOrEqualTo(none);
              assertThat(metric.change().value()).isBetween(none - 1e-3, none + 1e-3);
              assertThat(metric.change().high()).isGreaterThanOrEqualTo(none);
            });
    // The generator's lag says nothing of the target, and an open load's rates are the plan's.
    assertThat(comparison.metrics())
        .noneMatch(metric -> metric.name().startsWith("generator."))
        .noneMatch(metric -> metric.name().endsWith(".rate"));
  }

  @Test
  void nothing_in_common_is_no_verdict() {
    Comparison other = COMPARER.compare(SampleRuns.good(), SampleSockets.concurrent());
    assertThat(other.verdict()).isEqualTo(Change.CANNOT_TELL);
    assertThat(other.exit()).isEqualTo(ExitCode.NO_VERDICT);
    assertThat(other.notes()).contains("concurrent and end-to-end are in one of the runs alone");
    assertThat(other.differences().get(0).label()).isEqualTo("command");
    Comparison empty = COMPARER.compare(SampleRuns.good(), SampleRuns.empty());
    assertThat(empty.exit()).isEqualTo(ExitCode.NO_VERDICT);
    assertThat(empty.notes()).contains("new run: end-to-end the target was never reached");
  }

  @Test
  void a_run_that_was_cut_short_is_compared_and_named() {
    RunResult good = SampleRuns.good();
    RunResult cut = SampleRuns.with(good, good.scenarios().get(0).counts(), End.INTERRUPTED);
    assertThat(COMPARER.compare(good, cut).notes())
        .contains("new run: end-to-end interrupted by SIGINT");
  }

  @Test
  void ages_are_as_uncertain_as_the_clocks() {
    Comparison same = COMPARER.compare(SampleSockets.concurrent(), SampleSockets.concurrent());
    Estimate age = metric(same, "ws.push.age p50").base();
    assertThat(age.high() - age.low()).isGreaterThan(600_000);
    assertThat(same.metrics()).noneMatch(metric -> metric.name().equals("ws.push.age shift"));
    assertThat(same.metrics()).noneMatch(metric -> metric.name().startsWith("ws.gap"));
  }
}
