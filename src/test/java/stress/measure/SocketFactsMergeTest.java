package stress.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SocketFactsMergeTest {
  private static final long SECOND = 1_000_000_000;

  private static RunResult named(String id, RunResult run) {
    return new RunResult(
        id, run.tool(), run.command(), run.conditions(), run.thresholds(), run.scenarios());
  }

  private static ScenarioResult merged(RunResult one, RunResult other) {
    RunMerge merge = new RunMerge(false);
    merge.add("a.json", named("a", one));
    merge.add("b.json", named("b", other));
    return merge.result().scenarios().get(0);
  }

  private static RunResult withFacts(RunResult run, SocketFacts facts) {
    return SampleSockets.with(run, run.scenarios().get(0).counts(), Optional.of(facts));
  }

  @Test
  void facts_of_two_equal_runs_are_twice_those_of_one() {
    ScenarioResult merged = merged(SampleSockets.concurrent(), SampleSockets.concurrent());
    SocketFacts facts = merged.sockets().orElseThrow();
    assertThat(facts.planned()).isEqualTo(100);
    assertThat(facts.full()).contains(4_981_000_000L);
    assertThat(facts.closes())
        .containsExactly(
            new CloseEntry(Closer.US, 1000, "", 100),
            new CloseEntry(Closer.TARGET, 1000, "job finished", 24));
    assertThat(facts.addresses())
        .containsExactly(new AddressEntry("127.0.0.1", 62), new AddressEntry("[::1]", 62));
    ClockOffset clock = facts.clock().orElseThrow();
    assertThat(clock.nanos()).isEqualTo(2 * SECOND);
    assertThat(clock.uncertaintyNanos()).isBetween(300_000L, 300_002L);
    assertThat(clock.exchanges()).isEqualTo(100);
    assertThat(clock.steady()).isTrue();
    assertThat(facts.messagesIn()).contains(new Spread(124, 62, 80, 98));
    assertThat(facts.messagesOut()).isEmpty();
    assertThat(merged.count(Counter.MESSAGES_IN)).isEqualTo(2 * 4_960);
  }

  @Test
  void clocks_that_disagree_are_held_by_one_wide_offset() {
    RunResult run = SampleSockets.concurrent();
    SocketFacts f = run.scenarios().get(0).sockets().orElseThrow();
    SocketFacts other =
        new SocketFacts(
            f.planned(),
            Optional.empty(),
            f.closes(),
            f.addresses(),
            Optional.of(new ClockOffset(-SECOND, 100_000, 7, true)),
            Optional.of(new Spread(10, 1, 500, 900)),
            f.bytesIn(),
            f.messagesOut(),
            f.cases());
    ScenarioResult merged = merged(run, withFacts(run, other));
    ClockOffset clock = merged.sockets().orElseThrow().clock().orElseThrow();
    assertThat(clock.nanos() - clock.uncertaintyNanos()).isLessThanOrEqualTo(-SECOND - 100_000);
    assertThat(clock.nanos() + clock.uncertaintyNanos())
        .isGreaterThanOrEqualTo(2 * SECOND + 300_000);
    assertThat(clock.uncertaintyNanos()).isLessThan(1_600_000_000);
    assertThat(clock.steady()).isFalse();
    assertThat(merged.sockets().orElseThrow().full()).isEmpty();
    assertThat(merged.sockets().orElseThrow().messagesIn()).contains(new Spread(72, 1, 80, 900));
    assertThat(merged.notes())
        .contains("medians per connection are estimated from the merged runs' own medians");
  }

  @Test
  void error_cases_of_each_run_are_kept() {
    ScenarioResult one = SampleSockets.errors().scenarios().get(0);
    ScenarioResult merged = merged(SampleSockets.errors(), SampleSockets.errors());
    List<CaseResult> cases = one.sockets().orElseThrow().cases();
    assertThat(merged.sockets().orElseThrow().cases()).hasSize(2 * cases.size()).containsAll(cases);
  }
}
