package stress.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stress.measure.LedgerRun.BEGUN;
import static stress.measure.LedgerRun.SECOND;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Merging is adding: nothing of the parts is lost, counted twice or averaged. */
final class RunMergeTest {
  private static final long MS = 1_000_000;
  private static final int PARTS = 4;
  private static final int EACH = 250;
  private static final int SECONDS = 10;

  private final List<LedgerRun> parts = new ArrayList<>();
  private final LedgerRun whole = new LedgerRun();

  private static RunResult merged(RunResult... runs) {
    RunMerge merge = new RunMerge(false);
    for (RunResult run : runs) {
      merge.add(run.runId() + ".json", run);
    }
    return merge.result();
  }

  /** One job, told to the ledger of its own part and to that of the whole. */
  private static void job(Random chance, long at, LedgerRun... ledgers) {
    long submit = Math.round(12 * MS * Math.exp(0.4 * chance.nextGaussian()));
    long total = Math.round(300 * MS * Math.exp(0.6 * chance.nextGaussian()));
    double luck = chance.nextDouble();
    String id = "job-" + chance.nextInt(1_000_000);
    int status = 500 + chance.nextInt(4);
    for (LedgerRun run : ledgers) {
      run.submitted(at);
      run.ledger.count(Counter.STARTED);
      if (luck < 0.05) {
        run.ledger.count(Counter.REFUSED);
        run.ledger.record(Series.SUBMIT_FAILED_SERVICE, submit);
        run.ledger.error(
            ErrorSignature.of(Phase.SUBMIT, ErrorKind.STATUS_SERVER, status, "no"), at, id);
        continue;
      }
      run.ledger.count(Counter.ACCEPTED);
      run.ledger.record(Series.SUBMIT_SERVICE, submit);
      run.ledger.record(Series.TOTAL_LOW, total);
      run.ledger.count(luck < 0.07 ? Counter.FAILED : Counter.SUCCEEDED);
      run.ledger.count(Counter.POLLS, 1 + total / (50 * MS));
      if (luck > 0.99) {
        run.ledger.finding(Identity.PROGRESS_BACK, id);
      }
    }
  }

  private void record() {
    Random chance = new Random(5);
    for (int i = 0; i < PARTS; i++) {
      parts.add(new LedgerRun());
    }
    for (int second = 0; second < SECONDS; second++) {
      for (int i = 0; i < PARTS * EACH / SECONDS; i++) {
        long at = second * SECOND + i * 7 * MS;
        job(chance, at, parts.get(i % PARTS), whole);
      }
      long now = (second + 1) * SECOND;
      int level = second;
      parts.forEach(part -> part.flip(now, Gauges.NONE.with(Gauge.QUEUE_OWN, level)));
      whole.flip(now, Gauges.NONE.with(Gauge.QUEUE_OWN, (long) PARTS * level));
    }
  }

  private RunResult[] runs() {
    RunResult[] runs = new RunResult[PARTS];
    for (int i = 0; i < PARTS; i++) {
      runs[i] = LedgerRun.run("r" + i, parts.get(i).scenario(BEGUN, SECONDS * SECOND));
    }
    return runs;
  }

  @Test
  void four_runs_of_250_jobs_are_number_for_number_one_ledger_fed_with_the_same_thousand() {
    record();
    ScenarioResult merged = merged(runs()).scenarios().get(0);
    ScenarioResult one = whole.scenario(BEGUN, SECONDS * SECOND);

    assertThat(one.count(Counter.STARTED)).isEqualTo(1_000);
    assertThat(one.count(Counter.REFUSED)).isBetween(30L, 70L);
    for (Counter counter : Counter.values()) {
      assertThat(merged.count(counter)).as(counter.id()).isEqualTo(one.count(counter));
    }
    assertThat(merged.distributions().keySet())
        .containsExactlyInAnyOrder(
            Series.SUBMIT_SERVICE, Series.SUBMIT_FAILED_SERVICE, Series.TOTAL_LOW)
        .isEqualTo(one.distributions().keySet());
    one.distributions()
        .forEach(
            (series, distribution) ->
                assertThat(merged.of(series).encode())
                    .as(series.id())
                    .isEqualTo(distribution.encode()));
    assertThat(merged.errors()).hasSize(4).isEqualTo(one.errors());
    assertThat(merged.errorsBeyond()).isEqualTo(one.errorsBeyond());
    assertThat(merged.identity().get(0).kind()).isEqualTo(Identity.PROGRESS_BACK);
    assertThat(merged.identity().get(0).count()).isEqualTo(one.identity().get(0).count());
    assertThat(merged.submissions()).isEqualTo(one.submissions());
    assertThat(merged.elapsed()).isEqualTo(one.elapsed());
    assertThat(merged.unaccounted()).isZero();
  }

  @Test
  void its_time_series_has_the_counts_and_levels_of_the_whole_and_no_better_percentiles() {
    record();
    List<Point> merged = merged(runs()).scenarios().get(0).points();
    List<Point> one = whole.scenario(BEGUN, SECONDS * SECOND).points();
    assertThat(merged).hasSize(SECONDS);
    for (int i = 0; i < SECONDS; i++) {
      Point ours = merged.get(i);
      Point theirs = one.get(i);
      assertThat(ours.startNanos()).isEqualTo(theirs.startNanos());
      assertThat(ours.endNanos()).isEqualTo(theirs.endNanos());
      assertThat(ours.counts()).isEqualTo(theirs.counts());
      assertThat(ours.gauges()).isEqualTo(theirs.gauges());
      theirs
          .summaries()
          .forEach(
              (series, exact) -> {
                Summary bound = ours.summaries().get(series);
                assertThat(bound.count()).isEqualTo(exact.count());
                assertThat(bound.max()).isEqualTo(exact.max());
                assertThat(bound.p50()).isGreaterThanOrEqualTo(exact.p50());
                assertThat(bound.p95()).isGreaterThanOrEqualTo(exact.p95());
                assertThat(bound.p99()).isGreaterThanOrEqualTo(exact.p99());
              });
    }
  }

  @Test
  void the_order_of_the_runs_does_not_matter_and_neither_does_merging_in_two_steps() {
    record();
    RunResult[] runs = runs();
    RunResult merged = merged(runs);
    List<RunResult> reversed = new ArrayList<>(List.of(runs));
    Collections.reverse(reversed);
    assertThat(merged(reversed.toArray(RunResult[]::new))).isEqualTo(merged);

    RunResult twice = merged(merged(runs[0], runs[1]), merged(runs[2], runs[3]));
    assertThat(twice.runId()).isEqualTo(merged.runId());
    assertThat(twice.conditions()).isEqualTo(merged.conditions());
    assertThat(twice.scenarios().get(0).counts()).isEqualTo(merged.scenarios().get(0).counts());
    assertThat(twice.scenarios().get(0).distributions())
        .isEqualTo(merged.scenarios().get(0).distributions());
    assertThat(twice.scenarios().get(0).errors()).isEqualTo(merged.scenarios().get(0).errors());
    assertThat(RunFile.read(RunFile.write(merged), "merged.json")).isEqualTo(merged);
  }

  @Test
  void a_merged_run_says_from_which_runs_it_was_merged() {
    record();
    RunResult merged = merged(runs());
    assertThat(merged.runId()).matches("[0-9a-f]{16}");
    assertThat(merged.conditions())
        .containsExactly(
            new RunResult.Condition("target", "http://localhost:8000"),
            new RunResult.Condition("load", "batched: 250 jobs in batches of 5"),
            new RunResult.Condition("seed", "r0 | r1 | r2 | r3"),
            new RunResult.Condition("run", merged.runId()),
            new RunResult.Condition("merged from", "4 runs: r0, r1, r2, r3"));
    assertThat(merged.thresholds())
        .containsExactly("submissions.success >= 100%", "completions.success >= 99%");
    GeneratorHealth health = merged.scenarios().get(0).generator();
    assertThat(health.offeredPerSecond()).hasValue(100);
    assertThat(health.cpuNanos()).hasValue(4 * SECOND);
    assertThat(health.processors()).isEqualTo(8);
    assertThat(health.heapPeakBytes()).isEqualTo(1 << 20);
    assertThat(health.gcNanos()).isEmpty();
  }

  @Test
  void a_run_counts_once_even_as_a_part_of_another() {
    record();
    RunResult[] runs = runs();
    assertThatThrownBy(() -> merged(runs[0], runs[1], runs[0]))
        .isInstanceOf(MergeException.class)
        .hasMessage(
            "r0.json: the run r0 is already in r0.json; each run counts once: leave one of them"
                + " out");
    RunMerge merge = new RunMerge(true);
    merge.add("all.json", merged(runs));
    assertThatThrownBy(() -> merge.add("two.json", runs[2]))
        .isInstanceOf(MergeException.class)
        .hasMessageStartingWith("two.json: the run r2 is already in all.json;");
    assertThat(merge.size()).isEqualTo(4);
  }

  @Test
  void different_plans_are_refused_unless_told() {
    record();
    RunResult one = runs()[0];
    RunResult other =
        LedgerRun.run(
            "x", Map.of("load", "batched: 99 jobs"), parts.get(1).scenario(BEGUN, 10 * SECOND));
    RunMerge strict = new RunMerge(false);
    strict.add("a.json", one);
    assertThatThrownBy(() -> strict.add("b.json", other))
        .isInstanceOf(MergeException.class)
        .hasMessage(
            "the plans differ: load is \"batched: 250 jobs in batches of 5\" in a.json and"
                + " \"batched: 99 jobs\" in b.json; merge runs of one plan, or say"
                + " --different-plans");
    RunMerge lenient = new RunMerge(true);
    lenient.add("a.json", one);
    lenient.add("b.json", other);
    assertThat(lenient.result().conditions())
        .contains(
            new RunResult.Condition(
                "load", "batched: 250 jobs in batches of 5 | batched: 99 jobs"));
  }

  @Test
  void the_port_of_a_simulator_within_the_command_is_no_difference_of_plans() {
    RunResult one = LedgerRun.run("a", Map.of("target", "http://127.0.0.1:41000 (simulator)"));
    RunResult other = LedgerRun.run("b", Map.of("target", "http://127.0.0.1:42000 (simulator)"));
    RunResult real = LedgerRun.run("c", Map.of("target", "http://127.0.0.1:42000"));
    assertThat(PlanDifference.between(one, other)).isEmpty();
    assertThat(PlanDifference.between(one, real))
        .containsExactly(
            new PlanDifference(
                "target",
                Optional.of("http://127.0.0.1:41000 (simulator)"),
                Optional.of("http://127.0.0.1:42000")));
  }

  @Test
  void offsets_count_from_the_first_beginning() {
    Instant later = BEGUN.plusMillis(2_300);
    LedgerRun first = new LedgerRun();
    LedgerRun second = new LedgerRun();
    for (LedgerRun run : List.of(first, second)) {
      run.submitted(SECOND / 2);
      run.ledger.error(ErrorSignature.of(Phase.POLL, ErrorKind.OTHER), SECOND / 2, "");
      for (int i = 1; i <= 5; i++) {
        run.ledger.count(Counter.STARTED, i);
        run.flip(
            i * SECOND,
            Gauges.NONE
                .with(Gauge.QUEUE_OWN, 10)
                .with(Gauge.QUEUE_CLAIMED, 12)
                .with(Gauge.RUNNING_CLAIMED, 3)
                .with(Gauge.QUEUE_DIFFERENCE, -5));
      }
    }
    ScenarioResult merged =
        merged(
                LedgerRun.run("a", second.scenario(later, 5 * SECOND)),
                LedgerRun.run("b", first.scenario(BEGUN, 5 * SECOND)))
            .scenarios()
            .get(0);
    assertThat(merged.begun()).isEqualTo(BEGUN);
    assertThat(merged.elapsed()).isEqualTo(Duration.ofMillis(7_300));
    assertThat(merged.submissions()).contains(new Window(500 * MS, 2_800 * MS));
    assertThat(merged.errors().get(0).firstNanos()).isEqualTo(500 * MS);
    assertThat(merged.errors().get(0).lastNanos()).isEqualTo(2_800 * MS);
    // Seconds 2.3–3.3, 3.3–4.3 and 4.3–5.3 of the later run have their middles in 2, 3 and 4.
    assertThat(merged.points().stream().map(p -> p.counts().get(Counter.STARTED)))
        .containsExactly(1L, 2L, 3L + 1, 4L + 2, 5L + 3, 4L, 5L);
    assertThat(merged.points().stream().map(p -> p.startNanos() / MS))
        .containsExactly(0L, 1_000L, 2_000L, 3_000L, 4_000L, 5_300L, 6_300L);
    assertThat(merged.points().stream().map(p -> p.gauges().get(Gauge.QUEUE_OWN).orElseThrow()))
        .containsExactly(10L, 10L, 20L, 20L, 20L, 10L, 10L);
    assertThat(merged.points().stream().map(p -> p.gauges().get(Gauge.QUEUE_CLAIMED).orElse(0)))
        .containsOnly(12L);
    // Ten of ours each: 20 less the 15 that the target says.
    assertThat(merged.points().get(3).gauges().get(Gauge.QUEUE_DIFFERENCE)).hasValue(5);
    assertThat(merged.points().get(0).gauges().get(Gauge.QUEUE_DIFFERENCE)).hasValue(-5);
  }

  @Test
  void runs_that_began_far_apart_or_count_too_much_are_refused() {
    record();
    ScenarioResult scenario = parts.get(0).scenario(BEGUN, SECOND);
    RunMerge merge = new RunMerge(false);
    merge.add("a.json", LedgerRun.run("a", scenario));
    ScenarioResult ancient = parts.get(1).scenario(Instant.MIN, SECOND);
    assertThatThrownBy(() -> merge.add("b.json", LedgerRun.run("b", ancient)))
        .isInstanceOf(MergeException.class)
        .hasMessageContaining("more than a year from 2026-01-31T12:00:00Z");
    LedgerRun many = new LedgerRun();
    many.ledger.count(Counter.POLLS, RunReader.MOST);
    many.flip(SECOND, Gauges.NONE);
    assertThatThrownBy(() -> merge.add("c.json", LedgerRun.run("c", many.scenario(BEGUN, SECOND))))
        .isInstanceOf(MergeException.class)
        .hasMessage("c.json: its counts are too great to be added to the others'");
    assertThat(merge.result().scenarios().get(0).counts()).isEqualTo(scenario.counts());
  }

  @Test
  void signatures_stay_bounded_and_what_is_cut_is_counted() {
    RunMerge merge = new RunMerge(false);
    for (int part = 0; part < 3; part++) {
      LedgerRun run = new LedgerRun();
      for (int i = 0; i < 60; i++) {
        for (int times = 0; times <= i % 2; times++) {
          run.ledger.error(
              ErrorSignature.of(Phase.POLL, ErrorKind.OTHER, "e" + part + "-" + i), i, "");
        }
      }
      run.flip(SECOND, Gauges.NONE);
      merge.add(part + ".json", LedgerRun.run("r" + part, run.scenario(BEGUN, SECOND)));
    }
    ScenarioResult merged = merge.result().scenarios().get(0);
    assertThat(merged.errors()).hasSize(100);
    assertThat(merged.errors().subList(0, 90)).allMatch(error -> error.count() == 2);
    assertThat(merged.errorsBeyond()).isEqualTo(3 * 90 - 90 * 2 - 10);
  }

  @Test
  void an_end_is_the_worst_of_the_ends_and_said_of_how_many() {
    RunResult good = SampleRuns.good();
    RunResult stopped = SampleRuns.with(good, good.scenarios().get(0).counts(), End.INTERRUPTED);
    RunResult other =
        new RunResult(
            "other",
            stopped.tool(),
            stopped.command(),
            stopped.conditions(),
            stopped.thresholds(),
            stopped.scenarios());
    ScenarioResult merged = merged(good, other).scenarios().get(0);
    assertThat(merged.end()).isEqualTo(End.INTERRUPTED);
    assertThat(merged.notes())
        .containsExactly(
            "1 of 2 merged runs completed",
            "percentiles over time are the greatest of the merged runs' at each moment; those of"
                + " the whole are exact",
            "polls are answered with Retry-After: 1, which is honoured");
  }
}
