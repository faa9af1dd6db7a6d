package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.Gauges;
import stress.measure.Interval;
import stress.measure.Scenario;
import stress.measure.Series;

class AbortWatchTest {
  private static final long SECOND = 1_000_000_000;
  private static final long MS = 1_000_000;

  private static AbortWatch watch(String threshold) {
    return new AbortWatch(ThresholdText.parse(threshold), Scenario.END_TO_END);
  }

  private static Interval second(int second, Counts counts, long... serviceNanos) {
    return new Interval(
        second * SECOND,
        (second + 1) * SECOND,
        counts,
        serviceNanos.length == 0
            ? Map.of()
            : Map.of(Series.SUBMIT_SERVICE, Distribution.of(serviceNanos)),
        Gauges.NONE);
  }

  private static Counts jobs(long accepted, long succeeded, long failed) {
    return Counts.ZERO
        .with(Counter.STARTED, accepted)
        .with(Counter.ACCEPTED, accepted)
        .with(Counter.SUCCEEDED, succeeded)
        .with(Counter.FAILED, failed);
  }

  @Test
  void a_count_that_was_crossed_can_not_come_back() {
    AbortWatch watch = watch("jobs.failed < 3 abort-on-fail");
    assertThat(watch.add(second(0, jobs(10, 0, 1)))).isEmpty();
    assertThat(watch.add(second(1, jobs(10, 5, 1)))).isEmpty();
    assertThat(watch.add(second(2, jobs(10, 5, 1))))
        .hasValue("'jobs.failed.count < 3' had failed after 3 s: 3. Jobs that settled as failed.");
  }

  @Test
  void what_does_not_end_a_run_is_passed_over() {
    assertThat(watch("jobs.failed < 3").add(second(0, jobs(10, 0, 9)))).isEmpty();
    assertThat(watch("ws.lost < 1 abort-on-fail").add(second(0, jobs(10, 0, 9)))).isEmpty();
  }

  @Test
  void it_waits_as_long_as_it_is_told() {
    AbortWatch watch = watch("jobs.failed < 3 abort-on-fail after 3s");
    List<Boolean> ended = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ended.add(watch.add(second(i, jobs(10, 0, 9))).isPresent());
    }
    assertThat(ended).containsExactly(false, false, true, true);
  }

  @Test
  void jobs_in_flight_have_not_failed() {
    AbortWatch watch = watch("completions.success >= 90% abort-on-fail");
    assertThat(watch.add(second(0, jobs(1_000, 10, 0)))).isEmpty();
    assertThat(watch.add(second(1, jobs(0, 80, 10)))).isEmpty(); // 90 of 100, and 900 to come
    assertThat(watch.add(second(2, jobs(0, 50, 50)))) // 140 of 200
        .hasValue("'completions.success >= 90%' had failed after 3 s: 70 %. 140 of 200 so far.");
  }

  @Test
  void submissions_without_an_answer_have_not_failed() {
    AbortWatch watch = watch("submissions.success >= 99% abort-on-fail");
    Counts waiting = Counts.ZERO.with(Counter.STARTED, 500).with(Counter.ACCEPTED, 20);
    assertThat(watch.add(second(0, waiting))).isEmpty();
    assertThat(watch.add(second(1, Counts.ZERO.with(Counter.REFUSED, 20)))).isPresent();
  }

  @Test
  void a_percentile_must_have_failed_for_sure() {
    AbortWatch watch = watch("jobs.submit.service.p50 < 100ms abort-on-fail");
    // Two slow ones of three: broken so far, but the truth may lie on either side.
    assertThat(watch.add(second(0, Counts.ZERO, 50 * MS, 200 * MS, 200 * MS))).isEmpty();
    long[] slow = new long[20];
    java.util.Arrays.fill(slow, 200 * MS);
    Optional<String> why = watch.add(second(1, Counts.ZERO, slow));
    assertThat(why.orElseThrow())
        .startsWith("'jobs.submit.service.p50 < 100ms' had failed after 2 s: 200")
        .contains("p50 of 23 samples");
  }

  @Test
  void nothing_yet_is_no_failure() {
    assertThat(watch("jobs.total.high.max < 1s abort-on-fail").add(second(0, Counts.ZERO)))
        .isEmpty();
  }
}
