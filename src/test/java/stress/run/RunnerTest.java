package stress.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import stress.load.Arrival;
import stress.load.Batched;
import stress.load.Open;
import stress.load.Overflow;
import stress.load.Rate;
import stress.load.Stage;
import stress.measure.Counter;
import stress.measure.End;
import stress.measure.ErrorKind;
import stress.measure.Gauge;
import stress.measure.Interval;
import stress.measure.RunResult;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.transport.FakeHttp.Reply;

class RunnerTest {
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
  void aRehearsalAsksOnlyWhetherTheTargetIsReadyAndIsNotCounted() {
    bench.rehearse = true;
    bench.load = new Batched(3, 3, Duration.ZERO);

    bench.begin().advance(LONG);

    assertThat(bench.probes).isEqualTo(20);
    ScenarioResult scenario = only();
    assertThat(scenario.count(Counter.STARTED)).isEqualTo(3);
    assertThat(scenario.of(Series.SUBMIT_SERVICE).count()).isEqualTo(3);
    assertThat(scenario.of(Series.TOTAL_HIGH).count()).isEqualTo(3);
    assertNothingIsLeft();
  }

  @Test
  void aRunCarriesItsPlanAndItsCounts() {
    bench.begin().advance(LONG);

    RunResult run = bench.result();
    assertThat(run.runId()).isEqualTo("run-1");
    assertThat(run.tool()).isEqualTo("stress 0");
    assertThat(run.command()).isEqualTo("jobs");
    assertThat(run.conditions()).containsExactly(new RunResult.Condition("url", "http://h:1"));
    assertThat(run.thresholds()).containsExactly("a<1");
    ScenarioResult scenario = only();
    assertThat(scenario.end()).isEqualTo(End.COMPLETED);
    assertThat(scenario.begun()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(scenario.count(Counter.STARTED)).isEqualTo(3);
    assertThat(scenario.count(Counter.SUCCEEDED)).isEqualTo(3);
    assertThat(scenario.unaccounted()).isZero();
    assertThat(scenario.scheduled()).isFalse();
    assertThat(scenario.notes()).isEmpty();
    assertThat(scenario.elapsed()).isBetween(Duration.ofMillis(300), Duration.ofMillis(480));
    assertNothingIsLeft();
  }

  @Test
  void nothingIsSentToATargetThatRefusesConnections() {
    bench.ready = () -> Reply.broken(ErrorKind.CONNECTION_REFUSED, false);
    bench.begin();

    assertThat(only().end()).isEqualTo(End.UNREACHED);
    assertThat(only().notes()).containsExactly("http://h:1: connection refused");
    assertThat(only().count(Counter.STARTED)).isZero();
    assertThat(bench.http.sent()).isEmpty();
    assertThat(bench.control.lines()).containsExactly("GET /readyz");
    assertNothingIsLeft();
  }

  @Test
  void aTargetThatAnswersButIsNotReadyIsLoadedWithANote() {
    bench.ready = () -> Reply.status(503, "");
    bench.begin().advance(LONG);

    assertThat(only().end()).isEqualTo(End.COMPLETED);
    assertThat(only().notes())
        .containsExactly("the target did not call itself ready before the run: answered 503");
    assertThat(bench.submitted()).isEqualTo(3);
  }

  @Test
  void aTargetThatComesUpIsAwaited() {
    Iterator<Reply> replies =
        List.of(
                Reply.broken(ErrorKind.CONNECTION_REFUSED, false),
                Reply.status(503, ""),
                Reply.status(503, ""),
                Reply.status(200, ""))
            .iterator();
    bench.ready = replies::next;
    bench.waitForTarget = Optional.of(Duration.ofSeconds(30));
    bench.begin().advance(Duration.ofMillis(499));
    assertThat(bench.submitted()).isZero();
    bench.advance(LONG);

    assertThat(only().end()).isEqualTo(End.COMPLETED);
    assertThat(only().notes()).isEmpty();
    assertThat(bench.submitted()).isEqualTo(3);
    assertThat(bench.heard)
        .containsExactly("connection refused", "answered 503", "end-to-end OptionalLong[3]");
  }

  @Test
  void aTargetThatDoesNotComeUpIsGivenUp() {
    bench.ready = () -> Reply.broken(ErrorKind.CONNECTION_REFUSED, false);
    bench.waitForTarget = Optional.of(Duration.ofSeconds(1));
    bench.begin().advance(Duration.ofMillis(999));
    assertThat(bench.isOver()).isFalse();
    bench.advance(Duration.ofMillis(1));

    assertThat(only().end()).isEqualTo(End.UNREACHED);
    assertThat(only().notes()).containsExactly("http://h:1: connection refused after waiting 1s");
    assertThat(bench.control.lines()).hasSize(4);
    assertThat(bench.http.sent()).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void aTargetThatDoesNotAnswerIsGivenUpWhenTheWaitIsOver() {
    bench.ready = Reply::never;
    bench.waitForTarget = Optional.of(Duration.ofSeconds(1));
    bench.begin().advance(Duration.ofSeconds(1));

    assertThat(only().end()).isEqualTo(End.UNREACHED);
    assertThat(only().notes()).containsExactly("http://h:1: no answer in time after waiting 1s");
    assertNothingIsLeft();
  }

  @Test
  void scenariosFollowOneAfterTheOther() {
    bench.scenarios = List.of(Scenario.SUBMISSION, Scenario.END_TO_END);
    bench.begin().advance(LONG);

    assertThat(bench.result().scenarios())
        .extracting(ScenarioResult::scenario)
        .containsExactly(Scenario.SUBMISSION, Scenario.END_TO_END);
    assertThat(bench.result().scenarios()).allMatch(s -> s.unaccounted() == 0);
    assertThat(bench.heard)
        .containsExactly("submission OptionalLong[3]", "end-to-end OptionalLong[3]");
    assertThat(bench.result().scenarios().get(0).queue()).isEmpty();
    assertThat(bench.submitted()).isEqualTo(6);
    assertNothingIsLeft();
  }

  @Test
  void theRatesAskedAndOfferedAreThoseOfTheSchedule() {
    bench.load = rate("20/s", 41);
    bench.begin().advance(LONG);

    assertThat(only().scheduled()).isTrue();
    assertThat(only().generator().askedPerSecond()).hasValue(20.0);
    assertThat(only().generator().offeredPerSecond()).hasValue(20.0);
  }

  @Test
  void droppedStartsWereAskedForAndNotOffered() {
    bench.jobsTake = HOUR;
    bench.timeout = Duration.ofSeconds(4);
    bench.load =
        new Open(
            List.of(Stage.hold(Duration.ofSeconds(2), Rate.parse("10/s"))),
            Arrival.even(),
            OptionalLong.empty(),
            OptionalInt.of(5),
            Overflow.DROP);
    bench.begin().advance(LONG);

    assertThat(only().count(Counter.STARTED)).isEqualTo(5);
    assertThat(only().count(Counter.DROPPED)).isEqualTo(15);
    assertThat(only().generator().askedPerSecond()).hasValue(10.0);
    assertThat(only().generator().offeredPerSecond()).hasValue(10.0);
  }

  @Test
  void batchesAreNotAskedForAtARate() {
    bench.begin().advance(LONG);

    assertThat(only().generator().askedPerSecond()).isEmpty();
    assertThat(only().generator().offeredPerSecond()).isEmpty(); // all at one instant
  }

  @Test
  void intervalsAreTheSecondsOfTheRunAndAddUpToIt() {
    bench.load = rate("10/s", 25);
    bench.begin().advance(LONG);

    List<Interval> intervals = bench.intervals;
    assertThat(intervals).hasSize(3);
    assertThat(intervals)
        .extracting(Interval::startNanos)
        .containsExactly(0L, 1_000_000_000L, 2_000_000_000L);
    assertThat(intervals.get(0).counts().get(Counter.STARTED)).isEqualTo(10);
    assertThat(bench.startedSoFar.get(2)).isEqualTo(25);
    assertThat(intervals.get(0).gauges().get(Gauge.QUEUE_OWN)).hasValue(3);
    assertThat(intervals.get(2).gauges().get(Gauge.QUEUE_OWN)).hasValue(0);
    assertThat(only().points()).hasSize(3);
  }

  @Test
  void aStalledMachineMakesOneLongIntervalAndNoEmptyOnes() {
    bench.load = rate("1/s", 10);
    bench.begin().advance(Duration.ofMillis(500));
    bench.time.stall(Duration.ofSeconds(4));
    bench.advance(LONG);

    assertThat(bench.intervals)
        .allSatisfy(i -> assertThat(i.endNanos()).isGreaterThan(i.startNanos()));
    assertThat(bench.intervals.get(0).endNanos()).isEqualTo(4_500_000_000L);
    assertThat(bench.intervals.get(1).endNanos()).isEqualTo(5_000_000_000L);
  }
}
