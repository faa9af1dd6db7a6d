package stress.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import stress.client.SmallContracts;
import stress.load.Open;
import stress.load.Rate;
import stress.measure.Counter;
import stress.measure.End;
import stress.measure.Gauge;
import stress.measure.QueueClaim;
import stress.measure.ScenarioResult;
import stress.transport.FakeHttp.Reply;

/** The target's own claims about its queue, within a run. */
class QueueWatchTest {
  private static final Duration LONG = Duration.ofMinutes(10);

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
  void theQueueClaimNamesTheCandidateThatAnswered() {
    bench.oldMetrics = () -> Reply.status(200, "{\"waiting\":9}");
    bench.load = rate("1/s", 3);
    bench.begin().advance(LONG);

    assertThat(only().queue()).contains(QueueClaim.from("/old/metrics"));
    assertThat(bench.control.lines())
        .containsExactly(
            "GET /readyz",
            "GET /metrics",
            "GET /old/metrics",
            "GET /old/metrics",
            "GET /old/metrics");
    assertThat(bench.intervals.get(0).gauges().get(Gauge.QUEUE_CLAIMED)).hasValue(9);
    assertThat(bench.intervals.get(0).gauges().get(Gauge.RUNNING_CLAIMED)).isEmpty();
  }

  @Test
  void theFirstCandidateThatAnswersIsKept() {
    bench.metrics = () -> Reply.status(200, "{\"depth\":4,\"running\":2}");
    bench.load = rate("1/s", 2);
    bench.begin().advance(LONG);

    assertThat(only().queue()).contains(QueueClaim.from("/metrics"));
    assertThat(bench.control.lines()).doesNotContain("GET /old/metrics");
    assertThat(bench.intervals.get(0).gauges().get(Gauge.QUEUE_CLAIMED)).hasValue(4);
    assertThat(bench.intervals.get(0).gauges().get(Gauge.RUNNING_CLAIMED)).hasValue(2);
  }

  @Test
  void withoutACandidateTheReasonsAreGivenAndNobodyIsAskedAgain() {
    bench.load = rate("1/s", 5);
    bench.begin().advance(LONG);

    assertThat(only().queue())
        .contains(QueueClaim.unavailable("404 at /metrics, 404 at /old/metrics"));
    assertThat(bench.control.lines())
        .containsExactly("GET /readyz", "GET /metrics", "GET /old/metrics");
    assertThat(bench.intervals).allMatch(i -> i.gauges().get(Gauge.QUEUE_CLAIMED).isEmpty());
  }

  @Test
  void aContractWithoutQueueMetricsSaysSo() {
    bench.contract = SmallContracts.small();
    bench.begin().advance(LONG);

    assertThat(only().queue())
        .contains(QueueClaim.unavailable("the contract names no queue metrics"));
  }

  @Test
  void queueMetricsThatNeverAnswerDoNotHoldUpTheRun() {
    bench.metrics = Reply::never;
    bench.begin().advance(Duration.ofSeconds(1));

    assertThat(only().end()).isEqualTo(End.COMPLETED);
    assertThat(only().count(Counter.SUCCEEDED)).isEqualTo(3);
    assertThat(only().queue()).contains(QueueClaim.unavailable("no answer before the run ended"));
    assertNothingIsLeft();
  }

  @Test
  void queueMetricsThatAnswerLateCountFromThen() {
    bench.metrics = () -> Reply.status(200, "{\"depth\":4}").after(Duration.ofMillis(1_500));
    bench.load = rate("1/s", 4);
    bench.begin().advance(LONG);

    assertThat(only().queue()).contains(QueueClaim.from("/metrics"));
    assertThat(bench.intervals.get(0).gauges().get(Gauge.QUEUE_CLAIMED)).isEmpty();
    assertThat(bench.intervals.get(1).gauges().get(Gauge.QUEUE_CLAIMED)).hasValue(4);
    assertNothingIsLeft();
  }
}
