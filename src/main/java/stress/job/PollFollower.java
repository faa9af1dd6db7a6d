package stress.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import stress.client.JobClient;
import stress.client.ProgressEvent;
import stress.client.Waits;
import stress.clock.NanoClock;
import stress.measure.Counter;
import stress.measure.Ledger;

/** Follows a job by asking for its status again and again; a look that failed is repeated. */
final class PollFollower implements Follower {
  private final JobClient client;
  private final PollPacing pacing;
  private final PollBudget budget;
  private final NanoClock clock;
  private final Waits waits;
  private final Ledger ledger;

  PollFollower(JobClient client, PollPacing pacing, NanoClock clock, Waits waits, Ledger ledger) {
    this.client = client;
    this.pacing = pacing;
    this.budget = new PollBudget(pacing.mostPerSecond());
    this.clock = clock;
    this.waits = waits;
    this.ledger = ledger;
  }

  @Override
  public Multi<ProgressEvent> follow(Followed job) {
    return Multi.createFrom().deferred(() -> new Polling(job).events());
  }

  /** The looks at one job. */
  private final class Polling {
    private final Followed job;
    private Optional<Duration> asked;
    private int failures;
    private long looks;

    Polling(Followed job) {
      this.job = job;
      this.asked = job.firstWait();
    }

    Multi<ProgressEvent> events() {
      return Uni.createFrom()
          .deferred(this::pause)
          .onItem()
          .transformToUni(due -> look())
          .onItem()
          .invoke(this::learned)
          .repeat()
          .indefinitely();
    }

    private Uni<Void> pause() {
      long wanted = clock.nanos() + pacing.wait(asked, failures, job.index(), looks);
      return waits.until(wanted).onItem().transformToUni(due -> place());
    }

    /** A place is taken only when the look is due: a job that waits long holds up no other. */
    private Uni<Void> place() {
      long now = clock.nanos();
      long instant = budget.reserve(now);
      return instant > now ? waits.until(instant) : Uni.createFrom().voidItem();
    }

    private Uni<ProgressEvent> look() {
      looks++;
      ledger.count(Counter.POLLS);
      return client.look(job.reference());
    }

    private void learned(ProgressEvent event) {
      if (event instanceof ProgressEvent.Unclear unclear) {
        failures++;
        asked = unclear.retryAfter();
      } else if (event instanceof ProgressEvent.Seen seen) {
        failures = 0;
        asked = seen.retryAfter();
      }
    }
  }
}
