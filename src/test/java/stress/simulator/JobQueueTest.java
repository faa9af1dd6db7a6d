package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import stress.clock.ManualTime;

final class JobQueueTest {
  private static final long MILLI = 1_000_000L;
  private final ManualTime time = new ManualTime();
  private final ArrayDeque<Runnable> computations = new ArrayDeque<>();
  private final List<String> events = new ArrayList<>();
  private final JobQueue queue =
      new JobQueue(
          time,
          time,
          2,
          new JobQueue.Computation() {
            @Override
            public void beside(Job job) {}

            @Override
            public void whole(Job job, Runnable done) {
              computations.add(done);
            }
          },
          job -> events.add("start " + job.id()),
          job -> events.add("end " + job.id()));

  private Job job(int index, OptionalLong length, JobFaults faults, OptionalLong timeout) {
    Submission asked =
        new Submission(
            "aapl",
            LocalDate.of(2015, 1, 1),
            LocalDate.of(2016, 1, 1),
            100,
            100,
            "",
            Optional.empty(),
            timeout);
    Job job = new Job(index, "j" + index, asked, length, faults, time.nanos());
    queue.add(job);
    return job;
  }

  private Job job(int index, long millis) {
    return job(index, OptionalLong.of(millis * MILLI), JobFaults.NONE, OptionalLong.empty());
  }

  @Test
  void firstInFirstOutOnTwoWorkers() {
    Job a = job(0, 100);
    Job b = job(1, 300);
    Job c = job(2, 100);
    Job d = job(3, 100);
    assertThat(queue.waiting()).isEqualTo(2);
    assertThat(queue.busy()).isEqualTo(2);
    time.advance(Duration.ofSeconds(1));
    assertThat(events)
        .containsExactly(
            "start j0", "start j1", "end j0", "start j2", "end j2", "start j3", "end j1", "end j3");
    assertThat(a.endedNanos()).hasValue(100 * MILLI);
    assertThat(c.startedNanos()).hasValue(100 * MILLI);
    assertThat(d.endedNanos()).hasValue(300 * MILLI);
    assertThat(b.phase()).isEqualTo(Phase.COMPLETED);
    assertThat(queue.waiting()).isZero();
    assertThat(queue.busy()).isZero();
  }

  @Test
  void endsAreAsScheduledHoweverLateTheMachineIs() {
    Job a = job(0, 100);
    job(1, 500);
    Job c = job(2, 100);
    time.stall(Duration.ofMillis(130));
    time.settle();
    assertThat(a.endedNanos()).hasValue(100 * MILLI);
    assertThat(c.startedNanos()).as("when the worker really took it").hasValue(130 * MILLI);
  }

  @Test
  void cancellingFreesThePlaceInTheLineAndTheWorker() {
    Job a = job(0, 100);
    job(1, 100);
    Job c = job(2, 100);
    Job d = job(3, 100);
    assertThat(queue.cancel(c)).isTrue();
    assertThat(queue.waiting()).isEqualTo(1);
    time.advance(Duration.ofMillis(40));
    assertThat(queue.cancel(a)).isTrue();
    assertThat(a.endedNanos()).hasValue(40 * MILLI);
    assertThat(a.phase()).isEqualTo(Phase.CANCELLED);
    assertThat(d.startedNanos()).hasValue(40 * MILLI);
    assertThat(c.startedNanos()).isEmpty();
    assertThat(queue.cancel(a)).isFalse();
    time.advance(Duration.ofSeconds(1));
    assertThat(events).endsWith("end j1", "end j3");
  }

  @Test
  void aStuckJobHoldsNoWorkerAndCanBeCancelled() {
    JobFaults stuck = new JobFaults(true, false, Optional.empty(), false, false, false);
    Job a = job(0, OptionalLong.of(MILLI), stuck, OptionalLong.empty());
    time.advance(Duration.ofHours(1));
    assertThat(a.phase()).isEqualTo(Phase.RUNNING);
    assertThat(a.progress(time.nanos())).isEqualTo(0.5);
    assertThat(queue.busy()).isZero();
    assertThat(queue.cancel(a)).isTrue();
  }

  @Test
  void aJobLongerThanItsTimeoutTimesOut() {
    Job a = job(0, OptionalLong.of(90 * MILLI), JobFaults.NONE, OptionalLong.of(60 * MILLI));
    time.advance(Duration.ofSeconds(1));
    assertThat(a.phase()).isEqualTo(Phase.TIMEOUT);
    assertThat(a.endedNanos()).hasValue(60 * MILLI);
  }

  @Test
  void aComputedJobEndsWhenTheComputationDoes() {
    Job a = job(0, OptionalLong.empty(), JobFaults.NONE, OptionalLong.empty());
    time.advance(Duration.ofMillis(7));
    computations.poll().run();
    assertThat(a.phase()).isEqualTo(Phase.COMPLETED);
    assertThat(a.endedNanos()).hasValue(7 * MILLI);
  }
}
