package stress.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stress.client.JobClient;
import stress.client.JobReference;
import stress.client.ProgressEvent;
import stress.client.Waits;
import stress.clock.NanoClock;
import stress.contract.Meaning;
import stress.measure.Counter;
import stress.measure.Identity;
import stress.measure.Ledger;

/**
 * Looks once more, after the load, at some of the jobs that settled: a terminal status must stay as
 * it is. The jobs are a sample spread evenly over the run, however many there were. Event loop.
 */
final class Recheck {
  static final int MOST = 20;

  private static final int AT_A_TIME = 4;
  private static final long LONGEST_NANOS = 2_000_000_000L;

  private record Settled(JobReference reference, Meaning meaning) {}

  private final JobClient client;
  private final NanoClock clock;
  private final Waits waits;
  private final Ledger ledger;
  private final List<Settled> sample = new ArrayList<>();
  private long seen;
  private long step = 1;

  Recheck(JobClient client, NanoClock clock, Waits waits, Ledger ledger) {
    this.client = client;
    this.clock = clock;
    this.waits = waits;
    this.ledger = ledger;
  }

  /**
   * Takes every {@code step}-th job; when the sample is full, every other goes and the step
   * doubles.
   */
  void remember(TrackedJob job) {
    if (job.meaning().terminal() && seen++ % step == 0) {
      sample.add(new Settled(job.reference(), job.meaning()));
      if (sample.size() > MOST) {
        thin();
      }
    }
  }

  private void thin() {
    step *= 2;
    for (int i = sample.size() - 1; i > 0; i--) {
      if (i % 2 == 1) {
        sample.remove(i);
      }
    }
  }

  /** Completes when all were looked at or the time is up. */
  Uni<Void> look() {
    Uni<Void> all =
        Multi.createFrom()
            .iterable(List.copyOf(sample))
            .onItem()
            .transformToUni(this::look)
            .merge(AT_A_TIME)
            .onItem()
            .ignoreAsUni();
    return Uni.join().first(all, waits.until(clock.nanos() + LONGEST_NANOS)).toTerminate();
  }

  private Uni<ProgressEvent> look(Settled settled) {
    ledger.count(Counter.RECHECKED);
    return client.look(settled.reference()).onItem().invoke(event -> compare(settled, event));
  }

  private void compare(Settled settled, ProgressEvent event) {
    if (event instanceof ProgressEvent.Seen seenAgain) {
      Meaning now = seenAgain.reading().meaning();
      if (now != settled.meaning()) {
        ledger.finding(
            Identity.TERMINAL_CHANGED,
            words(settled.meaning()) + " then " + words(now) + ": " + settled.reference().id());
      }
    }
  }

  private static String words(Meaning meaning) {
    return meaning.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
