package stress.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final long MS = 1_000_000;

  @Test
  void an_interval_holds_only_what_came_since_the_last() {
    Ledger ledger = new Ledger(1_000);
    ledger.count(Counter.STARTED);
    ledger.count(Counter.POLLS, 5);
    ledger.record(Series.SUBMIT_SERVICE, 10 * MS);
    Interval first = ledger.flip(2_000, Gauges.NONE.with(Gauge.SUBMITTING, 3));
    ledger.count(Counter.STARTED, 2);
    ledger.record(Series.SUBMIT_SERVICE, 20 * MS);
    ledger.record(Series.SUBMIT_SERVICE, 20 * MS);
    Interval second = ledger.flip(3_500, Gauges.NONE);

    assertThat(first.startNanos()).isZero();
    assertThat(first.endNanos()).isEqualTo(1_000);
    assertThat(first.counts())
        .isEqualTo(Counts.ZERO.with(Counter.STARTED, 1).with(Counter.POLLS, 5));
    assertThat(first.of(Series.SUBMIT_SERVICE)).isEqualTo(Distribution.of(10 * MS));
    assertThat(first.gauges().get(Gauge.SUBMITTING)).hasValue(3);
    assertThat(second.startNanos()).isEqualTo(1_000);
    assertThat(second.endNanos()).isEqualTo(2_500);
    assertThat(second.counts()).isEqualTo(Counts.ZERO.with(Counter.STARTED, 2));
    assertThat(second.of(Series.SUBMIT_SERVICE)).isEqualTo(Distribution.of(20 * MS, 20 * MS));
    assertThat(second.of(Series.POLL_SERVICE).isEmpty()).isTrue();
    assertThat(ledger.counted(Counter.STARTED)).isEqualTo(3);
  }

  @Test
  void an_interval_does_not_change_when_recording_goes_on() {
    Ledger ledger = new Ledger(0);
    List<Interval> intervals = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      ledger.record(Series.LOOP_LAG, i * MS);
      ledger.count(Counter.FRAMES, i);
      intervals.add(ledger.flip(i, Gauges.NONE));
    }
    for (int i = 1; i <= 5; i++) {
      assertThat(intervals.get(i - 1).of(Series.LOOP_LAG)).isEqualTo(Distribution.of(i * MS));
      assertThat(intervals.get(i - 1).counts().get(Counter.FRAMES)).isEqualTo(i);
    }
  }

  @Test
  void what_is_out_of_range_is_recorded_at_the_bound_and_counted() {
    Ledger ledger = new Ledger(0);
    ledger.record(Series.SUBMIT_SERVICE, -1);
    ledger.record(Series.SUBMIT_SERVICE, Distribution.GREATEST);
    ledger.record(Series.SUBMIT_SERVICE, Distribution.GREATEST + 1);
    ledger.record(Series.SUBMIT_SERVICE, Long.MAX_VALUE);
    Interval interval = ledger.flip(1, Gauges.NONE);
    assertThat(interval.counts().get(Counter.CLAMPED)).isEqualTo(3);
    assertThat(interval.of(Series.SUBMIT_SERVICE))
        .isEqualTo(
            Distribution.of(
                0, Distribution.GREATEST, Distribution.GREATEST, Distribution.GREATEST));
  }

  @Test
  void writers_lose_nothing_while_a_reader_flips() throws InterruptedException {
    Ledger ledger = new Ledger(0);
    int writers = 4;
    int each = 50_000;
    CountDownLatch ready = new CountDownLatch(writers);
    AtomicInteger running = new AtomicInteger(writers);
    for (int w = 0; w < writers; w++) {
      new Thread(
              () -> {
                ready.countDown();
                for (int i = 0; i < each; i++) {
                  ledger.count(Counter.STARTED);
                  ledger.record(Series.SUBMIT_SERVICE, MS + i * 1_000L);
                  if (i % 1_000 == 0) {
                    ledger.error(ErrorSignature.of(Phase.POLL, ErrorKind.OTHER), i, "");
                  }
                }
                running.decrementAndGet();
              })
          .start();
    }
    ready.await();
    Totals totals = new Totals();
    long now = 0;
    while (running.get() > 0) {
      totals.add(ledger.flip(++now, Gauges.NONE));
    }
    totals.add(ledger.flip(++now, Gauges.NONE));
    assertThat(totals.counts().get(Counter.STARTED)).isEqualTo(200_000);
    assertThat(totals.distributions().get(Series.SUBMIT_SERVICE).count()).isEqualTo(200_000);
    assertThat(ledger.errors().entries().get(0).count()).isEqualTo(200);
  }

  @Test
  void failures_and_findings_are_noted_with_their_offset() {
    Ledger ledger = new Ledger(100);
    ErrorSignature reset = ErrorSignature.of(Phase.SUBMIT, ErrorKind.CONNECTION_LOST, "reset");
    ledger.error(reset, 150, "one");
    ledger.error(reset, 130, "two");
    ledger.finding(Identity.ID_TWICE, "job-1");
    ledger.finding(Identity.ID_TWICE, "job-1");
    assertThat(ledger.errors().entries()).containsExactly(new ErrorEntry(reset, 2, 30, 50, "one"));
    assertThat(ledger.identity().findings())
        .containsExactly(new IdentityFinding(Identity.ID_TWICE, 2, List.of("job-1")));
  }

  @Test
  void aSeriesFirstSamplesMayComeFromManyThreadsAtOnce() throws Exception {
    for (int round = 0; round < 50; round++) {
      Ledger ledger = new Ledger(0);
      CyclicBarrier together = new CyclicBarrier(4);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        threads.add(
            new Thread(
                () -> {
                  try {
                    together.await();
                  } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                  }
                  ledger.record(Series.PING, 5_000_000);
                }));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(ledger.flip(1, Gauges.NONE).of(Series.PING).count()).isEqualTo(4);
    }
  }
}
