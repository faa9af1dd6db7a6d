package stress.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.End;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.measure.SampleSockets;
import stress.measure.SampleWatched;
import stress.measure.Series;
import stress.verdict.Judge;

class TerminalReportTest {
  private static final Map<String, RunResult> JOBS =
      Map.of(
          "good", SampleRuns.good(),
          "batched", SampleRuns.batched(),
          "failed", SampleRuns.failed(),
          "empty", SampleRuns.empty(),
          "interrupted", SampleRuns.interrupted(),
          "submission", SampleRuns.submission(),
          "watched", SampleWatched.watched(),
          "all", SampleRuns.joined(SampleRuns.submission(), SampleRuns.good()));
  private static final Map<String, RunResult> RUNS = runs();

  private static Map<String, RunResult> runs() {
    Map<String, RunResult> runs = new TreeMap<>(JOBS);
    SampleSockets.all().forEach((name, run) -> runs.put("ws-" + name, run));
    return runs;
  }

  static Set<String> names() {
    return runs().keySet();
  }

  private static String rendered(RunResult run, boolean colour) {
    return TerminalReport.render(run, Judge.judge(run), colour);
  }

  @ParameterizedTest
  @MethodSource("names")
  void looks_as_it_did(String name) {
    Golden.assertMatches(name + ".txt", rendered(RUNS.get(name), false));
  }

  @ParameterizedTest
  @MethodSource("names")
  void stays_within_80_columns_and_prints_nothing_that_a_terminal_obeys(String name) {
    String text = rendered(RUNS.get(name), false);
    assertThat(text.lines().mapToLong(line -> line.codePoints().count()).max().orElseThrow())
        .isLessThanOrEqualTo(80);
    assertThat(text.lines())
        .noneMatch(line -> line.codePoints().anyMatch(c -> c < 0x20 || c == 0x7f));
    assertThat(text).doesNotContain("\u202e", "NaN", "Infinity", "null");
  }

  @Test
  void colour_adds_escapes_and_nothing_else() {
    for (RunResult run : RUNS.values()) {
      String coloured = rendered(run, true);
      assertThat(coloured).contains("\u001b[");
      assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(rendered(run, false));
    }
  }

  @Test
  void ends_with_the_verdict() {
    assertThat(rendered(SampleRuns.good(), false)).endsWith("\nverdict: PASS (exit 0)\n");
    assertThat(rendered(SampleRuns.failed(), false)).endsWith("\nverdict: FAIL (exit 3)\n");
    assertThat(rendered(SampleRuns.empty(), false)).endsWith("\nverdict: NOT REACHED (exit 5)\n");
    assertThat(rendered(SampleRuns.interrupted(), false))
        .endsWith("\nverdict: INTERRUPTED (exit 130)\n");
  }

  @Test
  void bounds_a_job_s_time_by_the_polls_around_it() {
    // Each true time lies between 272 + i·0.01 ms and 52 ms more: 303 ± 26 ms in the middle.
    assertThat(rendered(SampleRuns.good(), false)).contains("  processing   303 ms ± 26 ms ");
  }

  @Test
  void says_that_the_counts_of_stress_do_not_add_up() {
    RunResult run =
        SampleRuns.with(
            SampleRuns.good(),
            Counts.ZERO.with(Counter.STARTED, 10).with(Counter.ACCEPTED, 10),
            End.COMPLETED);
    assertThat(rendered(run, false))
        .contains("10 started = 0 succeeded ✗ 10 unaccounted: a bug of stress")
        .endsWith("verdict: STRESS FAILED (exit 1)\n");
  }

  @Test
  void extreme_numbers_neither_throw_nor_break_the_page() {
    Counts most = Counts.ZERO;
    for (Counter counter : Counter.values()) {
      most = most.with(counter, 1_000_000_000_000_000L);
    }
    String text = rendered(SampleRuns.with(SampleRuns.good(), most, End.BUDGET), false);
    assertThat(text.lines()).allMatch(line -> line.codePoints().count() <= 80);
    assertThat(text)
        .contains("-11 000 000 000 000 000 unaccounted")
        .endsWith("verdict: STRESS FAILED (exit 1)\n");
  }

  @Test
  void a_long_word_is_broken_and_a_long_label_kept_apart() {
    RunResult good = SampleRuns.good();
    RunResult run =
        new RunResult(
            good.runId(),
            good.tool(),
            good.command(),
            List.of(new RunResult.Condition("a label of 20 chars.", "x".repeat(200))),
            good.thresholds(),
            good.scenarios());
    assertThat(rendered(run, false).lines().skip(1).limit(4))
        .containsExactly(
            "  a label of 20 chars.  " + "x".repeat(56),
            " ".repeat(24) + "x".repeat(56),
            " ".repeat(24) + "x".repeat(56),
            " ".repeat(24) + "x".repeat(32));
  }

  @Test
  void extreme_numbers_of_connections_neither_throw_nor_break_the_page() {
    Counts most = Counts.ZERO;
    for (Counter counter : Counter.values()) {
      most = most.with(counter, 1_000_000_000_000_000L);
    }
    for (RunResult sample : SampleSockets.all().values()) {
      RunResult run = SampleSockets.with(sample, most, sample.scenarios().get(0).sockets());
      assertThat(rendered(run, false).lines()).allMatch(line -> line.codePoints().count() <= 80);
      assertThat(rendered(run, false)).doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void one_connection_and_one_message_without_facts() {
    Counts one =
        Counts.ZERO
            .with(Counter.CONNECTIONS_TRIED, 1)
            .with(Counter.CONNECTIONS_OPENED, 1)
            .with(Counter.CONNECTIONS_CLOSED_BY_US, 1)
            .with(Counter.MESSAGES_IN, 1);
    assertThat(rendered(SampleSockets.with(SampleSockets.unopened(), one, Optional.empty()), false))
        .contains("1 of 1 connection held, 1 message received; completed")
        .contains("Connections      1 tried, 1 opened (100 %)\n")
        .contains("  received                     1        0.185/s            0 B          0 B/s\n")
        .contains(
            "Conservation     1 tried = 1 opened; 1 opened = 0 ended + 0 lost + 1 closed by\n"
                + "                 us ✓\n")
        .endsWith("verdict: PASS (exit 0)\n");
  }

  @Test
  void the_word_stands_beside_the_ping_where_there_is_no_age() {
    RunResult pinged =
        SampleSockets.with(SampleSockets.throughput(), Series.PING, Distribution.of(600_000_000L));
    assertThat(rendered(pinged, false))
        .contains("  ping p95 600 ms – > 500 ms: may indicate issues\n")
        .doesNotContain("echo p95");
    RunResult aged = SampleSockets.with(pinged, Series.PUSH_AGE, Distribution.of(100_000_000L));
    assertThat(rendered(aged, false))
        .contains("  push age p95 100 ms – 100–500 ms: good\n")
        .contains("the target's clock was not compared with ours")
        .doesNotContain("ping p95");
  }

  @Test
  void connections_that_do_not_add_up_are_a_bug_of_stress() {
    Counts counts =
        Counts.ZERO
            .with(Counter.CONNECTIONS_TRIED, 10)
            .with(Counter.CONNECTIONS_OPENED, 8)
            .with(Counter.CONNECTIONS_LOST, 7);
    RunResult sample = SampleSockets.concurrent();
    RunResult run = SampleSockets.with(sample, counts, sample.scenarios().get(0).sockets());
    assertThat(rendered(run, false))
        .contains(
            "10 tried = 8 opened; 8 opened = 0 ended + 7 lost + 0 closed by\n"
                + "                 us ✗")
        .contains("3 unaccounted: a bug of stress")
        .endsWith("verdict: STRESS FAILED (exit 1)\n");
  }
}
