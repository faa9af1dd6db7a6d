package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.CpuQuota;
import stress.measure.Distribution;
import stress.measure.GeneratorHealth;
import stress.measure.OwnHost;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.measure.SampleWatched;
import stress.measure.ScenarioResult;
import stress.measure.Series;

/** A generator that was the bottleneck gives no verdict, and says why it was. */
class GeneratorRuleTest {
  private static final long MS = 1_000_000;
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Distribution LATE = Distribution.of(2_400 * MS);

  /** What the system said of a process that used so much processor in ten seconds. */
  private static GeneratorHealth health(long cpuMillis, long gcMillis, OwnHost host) {
    return new GeneratorHealth(
        OptionalDouble.of(5_000),
        OptionalDouble.of(213),
        OptionalLong.of(cpuMillis * MS),
        2,
        64 << 20,
        OptionalLong.of(gcMillis * MS),
        host);
  }

  private static OwnHost host(
      Optional<CpuQuota> quota, long gcLongest, long waitedMillis, long stolenMillis) {
    return new OwnHost(
        quota,
        OptionalLong.empty(),
        OptionalLong.of(gcLongest * MS),
        OptionalLong.of(waitedMillis * MS),
        OptionalLong.of(stolenMillis * MS),
        Optional.empty(),
        Optional.empty());
  }

  private static final OwnHost AT_EASE = host(Optional.empty(), 5, 20, 0);

  private static ScenarioResult late(GeneratorHealth health) {
    return new SampleWatched.Copy(SampleRuns.good().scenarios().get(0))
        .elapsed(TEN_SECONDS)
        .generator(health)
        .time(Series.SCHEDULE_LAG, LATE)
        .result();
  }

  private static Judgement judged(ScenarioResult result) {
    RunResult run = SampleWatched.of(SampleRuns.good(), result);
    return Judge.judge(run);
  }

  private static String why(GeneratorHealth health) {
    Judgement judgement = judged(late(health));
    assertThat(judgement.exit().code()).isEqualTo(4);
    Finding finding = judgement.findings().get(0);
    assertThat(finding.outcome()).isEqualTo(Outcome.NO_VERDICT);
    assertThat(finding.evidence())
        .startsWith("The generator was the bottleneck: asked 5 000/s, offered 213/s, because ")
        .endsWith("it woke 2.4 s or more too late for one start in a hundred.");
    return finding.evidence().replaceFirst(".*?, because ", "").replaceFirst("(; |^)it woke.*", "");
  }

  @Test
  void a_quota_that_was_used_up() {
    OwnHost held = SampleWatched.host(0.05, 100, 93);
    assertThat(why(health(480, 0, held)))
        .isEqualTo(
            "the process was given 5 % of a core (cgroup quota) and was throttled in 93 % of the"
                + " quota's periods");
    OwnHost wide = SampleWatched.host(1.5, 100, 93);
    assertThat(why(health(480, 0, wide))).startsWith("the process was given 1.5 cores (cgroup");
  }

  @Test
  void a_quota_that_was_hardly_used_is_no_cause() {
    OwnHost wide = SampleWatched.host(1.5, 100, 9);
    assertThat(why(health(19_600, 0, wide))).isEqualTo("it used 98 % of its 2 cores");
  }

  @Test
  void its_own_use_of_the_processors() {
    assertThat(why(health(19_600, 0, AT_EASE))).isEqualTo("it used 98 % of its 2 cores");
    assertThat(why(health(11_200, 0, AT_EASE)))
        .isEqualTo("it used 112 % of one core, and its event loop cannot use more than one");
  }

  @Test
  void garbage_collection() {
    assertThat(why(health(11_200, 4_000, AT_EASE)))
        .isEqualTo("garbage collection paused it for 4 s in all: give it more heap with -Xmx");
    assertThat(why(health(11_200, 900, host(Optional.empty(), 850, 0, 0))))
        .isEqualTo(
            "garbage collection paused it for 900 ms in all, up to 850 ms in one second: give it"
                + " more heap with -Xmx");
  }

  @Test
  void others_that_had_the_processors() {
    assertThat(why(health(500, 0, host(Optional.empty(), 5, 8_900, 0))))
        .isEqualTo(
            "other processes had the processors: a thread of it was ready to run and waited for"
                + " one for 89 % of the time");
    assertThat(why(health(500, 0, host(Optional.empty(), 5, 20, 6_000))))
        .isEqualTo("the machine's host gave 30 % of its processors' time to others (steal)");
  }

  @Test
  void a_process_that_something_else_held_up() {
    ScenarioResult stopped =
        new SampleWatched.Copy(late(health(500, 0, OwnHost.UNKNOWN)))
            .time(Series.LOOP_LAG, Distribution.of(1_900 * MS))
            .result();
    assertThat(judged(stopped).exit().code()).isEqualTo(4);
    assertThat(judged(stopped).findings().get(0).evidence())
        .contains(
            "because its event loop was late (p99 1.9 s) while it used only 5 % of one core:"
                + " something held the process up, such as a CPU limit, a stop signal or a"
                + " sleeping machine; it woke 2.4 s");
  }

  @Test
  void nothing_measured_leaves_the_lag_alone() {
    assertThat(why(health(500, 0, AT_EASE))).isEqualTo("");
  }

  private static ScenarioResult batched(int late, long lagMillis, OwnHost host) {
    long[] lags = new long[100];
    Arrays.fill(lags, MS);
    Arrays.fill(lags, 0, late, lagMillis * MS);
    return new SampleWatched.Copy(SampleRuns.batched().scenarios().get(0))
        .elapsed(TEN_SECONDS)
        .generator(
            new GeneratorHealth(
                OptionalDouble.empty(),
                OptionalDouble.of(3),
                OptionalLong.of(500 * MS),
                2,
                0,
                OptionalLong.of(0),
                host))
        .time(Series.LOOP_LAG, Distribution.of(lags))
        .result();
  }

  @Test
  void a_load_without_a_rate_needs_an_event_loop_that_keeps_time() {
    assertThat(judged(batched(9, 2_000, AT_EASE)).exit()).isEqualTo(ExitCode.PASSED);
    assertThat(judged(batched(11, 95, AT_EASE)).exit()).isEqualTo(ExitCode.PASSED);
    Judgement late = judged(batched(11, 120, AT_EASE));
    assertThat(late.exit()).isEqualTo(ExitCode.NO_VERDICT);
    assertThat(late.findings().get(0))
        .extracting(Finding::threshold, Finding::value, Finding::evidence)
        .containsExactly(
            "the generator keeps its time",
            "120 ms",
            "The generator was the bottleneck: its event loop ran one timer in ten 120 ms or more"
                + " too late, because its event loop was late (p99 120 ms) while it used only 5 %"
                + " of one core: something held the process up, such as a CPU limit, a stop signal"
                + " or a sleeping machine. What it measured is its own slowness as well.");
  }

  @Test
  void a_quota_that_stops_it_again_and_again_needs_less() {
    OwnHost held = SampleWatched.host(0.05, 100, 93);
    assertThat(judged(batched(11, 60, AT_EASE)).exit()).isEqualTo(ExitCode.PASSED);
    assertThat(judged(batched(11, 60, held)).findings().get(0).evidence())
        .startsWith(
            "The generator was the bottleneck: its event loop ran one timer in ten 60 ms or more"
                + " too late, because the process was given 5 % of a core (cgroup quota)");
  }

  @Test
  void a_few_timers_tell_nothing() {
    ScenarioResult few =
        new SampleWatched.Copy(batched(0, 0, AT_EASE))
            .time(Series.LOOP_LAG, Distribution.of(times(29, 900 * MS)))
            .result();
    assertThat(judged(few).exit()).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void dropped_starts_of_a_late_loop_are_not_the_target_s() {
    ScenarioResult open =
        new SampleWatched.Copy(late(health(500, 0, AT_EASE)))
            .counts(SampleRuns.good().scenarios().get(0).counts().with(Counter.DROPPED, 49_000))
            .time(Series.LOOP_LAG, Distribution.of(times(30, 300 * MS)))
            .result();
    assertThat(judged(open).exit()).isEqualTo(ExitCode.NO_VERDICT);
    assertThat(judged(open).findings())
        .extracting(Finding::threshold)
        .containsAll(List.of("the generator keeps its time"));
  }

  private static long[] times(int n, long nanos) {
    long[] times = new long[n];
    Arrays.fill(times, nanos);
    return times;
  }

  @Test
  void what_was_crossed_under_a_slow_generator_is_no_verdict_either() {
    ScenarioResult slow =
        new SampleWatched.Copy(late(health(480, 0, SampleWatched.host(0.05, 100, 93))))
            .counts(
                Counts.ZERO
                    .with(Counter.STARTED, 1_000)
                    .with(Counter.ACCEPTED, 400)
                    .with(Counter.SUCCEEDED, 400)
                    .with(Counter.OUTCOME_UNKNOWN, 600))
            .result();
    Judgement judgement = judged(slow);
    assertThat(judgement.findings()).extracting(Finding::outcome).contains(Outcome.FAIL);
    assertThat(judgement.exit().code()).isEqualTo(4);
  }
}
