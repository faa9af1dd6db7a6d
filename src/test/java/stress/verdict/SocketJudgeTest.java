package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.End;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.GeneratorHealth;
import stress.measure.Phase;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.measure.SampleSockets;

class SocketJudgeTest {
  /** So many tried connections, of which some opened, and some of those were lost. */
  private static Counts connections(long tried, long opened, long lost) {
    return Counts.ZERO
        .with(Counter.CONNECTIONS_TRIED, tried)
        .with(Counter.CONNECTIONS_OPENED, opened)
        .with(Counter.CONNECTIONS_REFUSED, tried - opened)
        .with(Counter.CONNECTIONS_LOST, lost)
        .with(Counter.CONNECTIONS_CLOSED_BY_US, opened - lost);
  }

  private static RunResult run(Counts counts) {
    return SampleRuns.with(SampleSockets.concurrent(), counts, End.COMPLETED);
  }

  private static Finding finding(Judgement judgement, String name) {
    return judgement.findings().stream()
        .filter(finding -> finding.threshold().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100, 0, PASSED, 100 %, 100 %",
    "100, 99, 0, PASSED, 99 %, 100 %",
    "100, 98, 0, CROSSED, 98 %, 100 %",
    "200, 200, 2, PASSED, 100 %, 99 %",
    "200, 200, 3, CROSSED, 100 %, 98.5 %",
    "10, 0, 0, CROSSED, 0 %, –",
  })
  void connections_must_open_and_be_kept(
      long tried, long opened, long lost, ExitCode exit, String success, String kept) {
    Judgement judgement = Judge.judge(run(connections(tried, opened, lost)));
    assertThat(judgement.exit()).isEqualTo(exit);
    assertThat(finding(judgement, "connections.success").value()).isEqualTo(success);
    assertThat(finding(judgement, "connections.kept").value()).isEqualTo(kept);
  }

  @Test
  void a_target_that_was_never_reached_comes_first() {
    RunResult run =
        SampleRuns.with(SampleSockets.concurrent(), connections(10, 0, 0), End.UNREACHED);
    assertThat(Judge.judge(run).exit().code()).isEqualTo(5);
    assertThat(Judge.judge(SampleSockets.unreached()).exit().code()).isEqualTo(5);
  }

  @Test
  void what_we_gave_up_is_not_the_target_s_failure() {
    Counts counts =
        connections(97, 97, 1)
            .with(Counter.CONNECTIONS_TRIED, 102)
            .with(Counter.CONNECTIONS_WITHOUT_JOB, 1)
            .with(Counter.CONNECTIONS_FAILED, 1)
            .with(Counter.CONNECTIONS_ABANDONED, 3);
    Judgement judgement = Judge.judge(run(counts));
    assertThat(finding(judgement, "connections.success"))
        .extracting(Finding::value, Finding::evidence)
        .containsExactly(
            "97.97 %",
            "97 of 99 connections opened, 1 failed, 1 whose job was not submitted, 3 given up by"
                + " us and not counted.");
    assertThat(finding(judgement, "connections.kept").evidence())
        .isEqualTo("96 of 97 opened connections were kept to their end, 1 lost before their time.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DESCRIPTORS|because no file descriptor was left: raise the limit with 'ulimit -n'.",
        "PORTS|because no local port was left: give more addresses with --local-address.",
        "OTHER|because no file descriptor or no local port was left: raise the limit with 'ulimit -n', or give more addresses with --local-address.",
      })
  void a_generator_without_descriptors_or_ports_gives_no_verdict(ErrorKind kind, String why) {
    Counts counts =
        connections(90, 90, 0)
            .with(Counter.CONNECTIONS_TRIED, 100)
            .with(Counter.CONNECTIONS_EXHAUSTED, 10);
    RunResult run =
        SampleSockets.withErrors(
            run(counts),
            List.of(new ErrorEntry(ErrorSignature.of(Phase.SOCKET, kind), 10, 0, 1, "")));
    Judgement judgement = Judge.judge(run);
    assertThat(judgement.exit().code()).isEqualTo(4);
    assertThat(judgement.findings().get(0))
        .extracting(Finding::outcome, Finding::value, Finding::evidence)
        .containsExactly(
            Outcome.NO_VERDICT,
            "10",
            "The generator was the bottleneck: 10 of 100 connections could not be dialled, " + why);
    assertThat(finding(judgement, "connections.success").value()).isEqualTo("100 %");
  }

  @Test
  void a_late_generator_gives_no_verdict() {
    GeneratorHealth slow =
        new GeneratorHealth(
            OptionalDouble.of(100),
            OptionalDouble.of(50),
            OptionalLong.empty(),
            2,
            0,
            OptionalLong.empty());
    RunResult run =
        SampleRuns.with(run(connections(100, 100, 0)), slow, Distribution.of(150_000_000));
    assertThat(Judge.judge(run).exit().code()).isEqualTo(4);
  }

  @Test
  void nothing_tried_is_no_pass() {
    RunResult lenient = SampleRuns.with(run(Counts.ZERO), List.of());
    assertThat(Judge.judge(lenient).exit().code()).isEqualTo(4);
    RunResult none =
        SampleSockets.with(
            SampleRuns.with(SampleSockets.errors(), List.of()), Counts.ZERO, Optional.empty());
    assertThat(Judge.judge(none).exit().code()).isEqualTo(4);
  }

  @Test
  void error_cases_are_something_measured_and_silence_judges_nothing() {
    Judgement judgement = Judge.judge(SampleSockets.errors());
    assertThat(judgement.findings()).hasSize(1);
    assertThat(judgement.findings().get(0))
        .extracting(Finding::outcome, Finding::value, Finding::evidence)
        .containsExactly(
            Outcome.FAIL,
            "66.66 %",
            "2 of 3 cases went as expected, 1 not as expected, 1 without a reaction and not"
                + " counted, 1 not applicable and not counted.");
    assertThat(judgement.exit().code()).isEqualTo(3);
  }

  @Test
  void lost_connections_of_ours_are_said_in_numbers() {
    Judgement judgement =
        Judge.judge(run(connections(10, 8, 7).with(Counter.CONNECTIONS_REFUSED, 1)));
    assertThat(judgement.exit()).isEqualTo(ExitCode.STRESS_FAILED);
    assertThat(judgement.findings().get(0).evidence())
        .isEqualTo(
            "stress lost count: 10 connections tried, 8 opened and 1 not; of those opened, 8 ends"
                + " counted. This is a bug of stress; please report it.");
  }

  @Test
  void each_metric_is_measured_by_its_own_scenarios() {
    RunResult jobs = SampleRuns.with(SampleRuns.good(), List.of("connections.success >= 99%"));
    assertThat(Judge.judge(jobs).findings().get(0).evidence())
        .isEqualTo("No scenario of this run measures connections.success.");
    RunResult sockets =
        SampleRuns.with(SampleSockets.throughput(), List.of("errors.expected >= 100%"));
    assertThat(Judge.judge(sockets).exit().code()).isEqualTo(4);
  }
}
