package stress.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import stress.client.SmallContracts;
import stress.load.Open;
import stress.load.Rate;
import stress.measure.Counter;
import stress.measure.End;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.transport.FakeHttp.Reply;

/** Runs that end early, by signal or budget, and what they clean up. */
class StopTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);

  private final RunBench bench = new RunBench();

  private static Open rate(String perSecond, long starts) {
    return Open.constant(Rate.parse(perSecond), OptionalLong.of(starts), Optional.empty());
  }

  private ScenarioResult only() {
    assertThat(bench.isOver()).isTrue();
    assertThat(bench.result().scenarios()).hasSize(1);
    return bench.result().scenarios().get(0);
  }

  private void assertNothingIsLeft() {
    assertThat(bench.time.pending()).isZero();
    assertThat(bench.http.open()).isZero();
    assertThat(bench.control.open()).isZero();
  }

  @Test
  void aStopEndsTheRunAndNoFurtherScenarioBegins() {
    bench.scenarios = List.of(Scenario.END_TO_END, Scenario.SUBMISSION);
    bench.jobsTake = HOUR;
    bench.begin().advance(Duration.ofMillis(500));

    bench.stop.stop(End.INTERRUPTED);
    bench.stop.stop(End.TERMINATED);
    bench.time.settle();

    assertThat(only().end()).isEqualTo(End.INTERRUPTED);
    assertThat(only().elapsed()).isEqualTo(Duration.ofMillis(500));
    assertThat(only().count(Counter.CANCELLED_BY_US)).isEqualTo(3);
    assertThat(only().unaccounted()).isZero();
    assertThat(only().notes())
        .containsExactly("3 jobs were left at the target unsettled; --cleanup cancels such jobs");
    assertThat(bench.heard).containsExactly("end-to-end OptionalLong[3]");
    assertThat(bench.submitted()).isEqualTo(3);
    assertThat(bench.cancelled()).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void anAbortedRunSaysWhyAndNoFurtherScenarioBegins() {
    bench.scenarios = List.of(Scenario.END_TO_END, Scenario.SUBMISSION);
    bench.jobsTake = HOUR;
    bench.begin().advance(Duration.ofMillis(500));

    bench.stop.abort("'a < 1' had failed");
    bench.stop.stop(End.INTERRUPTED);
    bench.time.settle();

    assertThat(only().end()).isEqualTo(End.ABORTED);
    assertThat(only().notes())
        .containsExactly(
            "stopped, because 'a < 1' had failed",
            "3 jobs were left at the target unsettled; --cleanup cancels such jobs");
    assertThat(only().unaccounted()).isZero();
    assertNothingIsLeft();
  }

  @Test
  void whatFailedInTheLastIntervalOfAScenarioLeavesOutTheNext() {
    bench.scenarios = List.of(Scenario.END_TO_END, Scenario.SUBMISSION);
    bench.onInterval = () -> bench.stop.abort("'a < 1' had failed");
    bench.begin().advance(LONG);

    assertThat(only().scenario()).isEqualTo(Scenario.END_TO_END);
    assertThat(only().end()).isEqualTo(End.COMPLETED);
    assertThat(only().notes())
        .containsExactly("what was to follow was not begun, because 'a < 1' had failed");
    assertNothingIsLeft();
  }

  @Test
  void aStopWhileWaitingForTheTargetSendsNothing() {
    bench.ready = () -> Reply.status(503, "");
    bench.waitForTarget = Optional.of(Duration.ofMinutes(1));
    bench.begin().advance(Duration.ofSeconds(1));
    bench.stop.stop(End.TERMINATED);
    bench.time.settle();

    assertThat(only().end()).isEqualTo(End.TERMINATED);
    assertThat(bench.http.sent()).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void aStopBeforeTheRunSendsNoLoad() {
    bench.stop.stop(End.INTERRUPTED);
    bench.begin().advance(LONG);

    assertThat(only().end()).isEqualTo(End.INTERRUPTED);
    assertThat(bench.submitted()).isZero();
    assertNothingIsLeft();
  }

  @Test
  void cleaningUpCancelsExactlyWhatDidNotSettle() {
    bench.cleanup = true;
    bench.load = rate("2/s", 100);
    bench.jobsTake = Duration.ofMillis(700);
    Iterator<Reply> cancels = List.of(Reply.status(204, ""), Reply.status(404, "")).iterator();
    bench.cancel = cancels::next;
    bench.begin().advance(Duration.ofMillis(2_100)); // due at 0, 500, …, 2000: two have not settled
    bench.stop.stop(End.INTERRUPTED);
    bench.advance(LONG);

    assertThat(only().end()).isEqualTo(End.INTERRUPTED);
    assertThat(bench.cancelled())
        .containsExactlyInAnyOrder("DELETE /jobs/j3-3", "DELETE /jobs/j4-4");
    assertThat(only().count(Counter.SUCCEEDED)).isEqualTo(3);
    assertThat(only().count(Counter.CANCELLED_BY_US)).isEqualTo(2);
    assertThat(only().count(Counter.CLEANED)).isEqualTo(2);
    assertThat(only().count(Counter.CLEANUP_FAILED)).isZero();
    assertThat(only().unaccounted()).isZero();
    assertThat(only().notes()).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void whatCannotBeCancelledIsCountedAndAwaitedForABoundedTime() {
    bench.cleanup = true;
    bench.jobsTake = HOUR;
    Iterator<Reply> cancels =
        List.of(Reply.status(204, ""), Reply.status(500, ""), Reply.never()).iterator();
    bench.cancel = cancels::next;
    bench.begin().advance(Duration.ofMillis(500));
    bench.stop.stop(End.INTERRUPTED);
    bench.advance(Duration.ofSeconds(10).minusNanos(1));
    assertThat(bench.isOver()).isFalse();
    bench.advance(Duration.ofNanos(1));

    assertThat(only().count(Counter.CLEANED)).isEqualTo(1);
    assertThat(only().count(Counter.CLEANUP_FAILED)).isEqualTo(2);
    assertThat(only().elapsed()).isEqualTo(Duration.ofMillis(500));
    assertNothingIsLeft();
  }

  @Test
  void aContractThatCannotCancelIsNotCleanedUp() {
    bench.contract = SmallContracts.small();
    bench.cleanup = true;
    bench.jobsTake = HOUR;
    bench.begin().advance(Duration.ofMillis(500));
    bench.stop.stop(End.INTERRUPTED);
    bench.time.settle();

    assertThat(only().notes())
        .containsExactly("--cleanup did nothing: the contract has no cancel call");
  }

  @Test
  void aBudgetEndsTheRun() {
    bench.budget = Optional.of(Duration.ofSeconds(5));
    bench.jobsTake = HOUR;
    bench.begin().advance(Duration.ofSeconds(5).minusNanos(1));
    assertThat(bench.isOver()).isFalse();
    bench.advance(Duration.ofNanos(1));

    assertThat(only().end()).isEqualTo(End.BUDGET);
    assertThat(only().count(Counter.CANCELLED_BY_US)).isEqualTo(3);
    assertNothingIsLeft();
  }

  @Test
  void aRunWithinItsBudgetLeavesNoTimer() {
    bench.budget = Optional.of(HOUR);
    bench.begin().advance(Duration.ofSeconds(5));

    assertThat(only().end()).isEqualTo(End.COMPLETED);
    assertNothingIsLeft();
  }

  @Test
  void cleaningUpIsPartOfTheBudget() {
    bench.budget = Optional.of(Duration.ofSeconds(5));
    bench.cleanup = true;
    bench.cancel = Reply::never;
    bench.jobsTake = HOUR;
    bench.begin().advance(Duration.ofSeconds(4));
    assertThat(bench.cancelled()).hasSize(3);
    bench.advance(Duration.ofSeconds(1));

    assertThat(only().end()).isEqualTo(End.BUDGET);
    assertThat(only().elapsed()).isEqualTo(Duration.ofSeconds(4));
    assertThat(only().count(Counter.CLEANUP_FAILED)).isEqualTo(3);
    assertNothingIsLeft();
  }
}
