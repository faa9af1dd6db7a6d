package stress.websocket;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import stress.client.JobClient;
import stress.client.JobReference;
import stress.client.ProgressEvent;
import stress.client.Submission;
import stress.measure.Counter;
import stress.measure.Identity;
import stress.measure.Ledger;
import stress.measure.Series;

/**
 * The jobs that connections are about: submitted when they are wanted, one for each or one for all.
 *
 * <p>What the target says of a job's creation also tells how its clock stands to ours: the first
 * {@value #LOOKS_AT_ONCE} jobs are looked at once for that, later ones at most once a second, and
 * none any more when the target turns out not to tell. Event loop.
 */
final class SocketJobs {
  private static final int LOOKS_AT_ONCE = 20;
  private static final int LOOKS_IN_VAIN = 3;
  private static final long NANOS_BETWEEN_LOOKS = 1_000_000_000L;

  /** A call on its way; equal to itself alone. */
  private static final class Going {
    private Optional<Cancellable> subscription = Optional.empty();
  }

  private final JobClient client;
  private final JobsPer per;
  private final boolean looking;
  private final PushAges ages;
  private final Ledger ledger;
  private final Consumer<Throwable> bug;
  private final Set<String> ids = new HashSet<>();
  private final Set<JobReference> unsettled = new LinkedHashSet<>();
  private final Set<Going> submissions = new HashSet<>();
  private final Set<Going> looks = new HashSet<>();
  private final List<Consumer<Optional<MadeJob>>> waiting = new ArrayList<>();
  private Optional<MadeJob> shared = Optional.empty();
  private boolean over;
  private long index;
  private long looked;
  private long lastLook;
  private int inVain;

  /**
   * @param looking whether the target's clock is of interest
   * @param bug told what no call should ever fail with
   */
  SocketJobs(
      JobClient client,
      JobsPer per,
      boolean looking,
      PushAges ages,
      Ledger ledger,
      Consumer<Throwable> bug) {
    this.client = client;
    this.per = per;
    this.looking = looking;
    this.ages = ages;
    this.ledger = ledger;
    this.bug = bug;
  }

  /** Tells the job of a connection to be; nothing when its submission failed. Perhaps at once. */
  void next(Consumer<Optional<MadeJob>> told) {
    if (per == JobsPer.CONNECTION) {
      submit(told);
    } else if (shared.isPresent()) {
      told.accept(shared);
    } else {
      waiting.add(told);
      if (waiting.size() == 1) {
        submit(this::share);
      }
    }
  }

  private void share(Optional<MadeJob> job) {
    shared = job;
    List<Consumer<Optional<MadeJob>>> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(told -> told.accept(job));
  }

  private void submit(Consumer<Optional<MadeJob>> told) {
    carryOut(client.submit(index++), submissions, outcome -> submitted(outcome, told));
  }

  private <T> void carryOut(Uni<T> call, Set<Going> among, Consumer<T> then) {
    Going going = new Going();
    among.add(going);
    Cancellable subscription =
        call.subscribe()
            .with(
                outcome -> {
                  among.remove(going);
                  then.accept(outcome);
                },
                bug);
    going.subscription = Optional.of(subscription);
  }

  private void submitted(Submission submission, Consumer<Optional<MadeJob>> told) {
    ledger.record(
        submission instanceof Submission.Accepted
            ? Series.SUBMIT_SERVICE
            : Series.SUBMIT_FAILED_SERVICE,
        submission.ended() - submission.started());
    if (submission instanceof Submission.Accepted accepted) {
      told.accept(Optional.of(accepted(accepted)));
      return;
    }
    if (submission instanceof Submission.Refused refused) {
      failed(Counter.REFUSED, refused.failure(), refused.ended());
    } else if (submission instanceof Submission.Unsent unsent) {
      failed(Counter.UNSENT, unsent.failure(), unsent.ended());
    } else if (submission instanceof Submission.Unknown unknown) {
      failed(Counter.OUTCOME_UNKNOWN, unknown.failure(), unknown.ended());
    }
    told.accept(Optional.empty());
  }

  private void failed(Counter counter, Submission.Failure failure, long at) {
    ledger.count(counter);
    ledger.error(failure.signature(), at, failure.sample());
  }

  private MadeJob accepted(Submission.Accepted accepted) {
    ledger.count(Counter.ACCEPTED);
    JobReference reference = accepted.job();
    if (ids.add(reference.id())) {
      unsettled.add(reference);
      learnClock(accepted);
    } else {
      ledger.count(Counter.MERGED);
      ledger.finding(Identity.ID_TWICE, reference.id());
    }
    return new MadeJob(reference, accepted.started());
  }

  private void learnClock(Submission.Accepted accepted) {
    Optional<Instant> told = accepted.state().flatMap(state -> state.times().created());
    if (told.isPresent()) {
      ages.exchange(told.get(), accepted.started(), accepted.ended());
    } else if (mayLook(accepted.ended())) {
      looked++;
      lastLook = accepted.ended();
      carryOut(client.look(accepted.job()), looks, event -> seen(event, accepted));
    }
  }

  private boolean mayLook(long now) {
    return looking
        && !over
        && inVain < LOOKS_IN_VAIN
        && (looked < LOOKS_AT_ONCE || now - lastLook >= NANOS_BETWEEN_LOOKS);
  }

  private void seen(ProgressEvent event, Submission.Accepted accepted) {
    Optional<Instant> created =
        event instanceof ProgressEvent.Seen seen
            ? seen.reading().times().created()
            : Optional.empty();
    created.ifPresent(at -> ages.exchange(at, accepted.started(), accepted.ended()));
    inVain = created.isPresent() ? 0 : inVain + 1;
  }

  /** A job was seen to have ended. */
  void settled(JobReference job) {
    unsettled.remove(job);
    shared = shared.filter(made -> !made.reference().equals(job));
  }

  /** Jobs that were made and not seen to settle. */
  List<JobReference> left() {
    return List.copyOf(unsettled);
  }

  /** Wants nothing any more; of submissions on the wire nobody knows what became. */
  void stop() {
    over = true;
    waiting.clear();
    ledger.count(Counter.OUTCOME_UNKNOWN, submissions.size());
    cancel(submissions);
    cancel(looks);
  }

  private static void cancel(Set<Going> all) {
    List<Going> going = List.copyOf(all);
    all.clear();
    going.forEach(one -> one.subscription.ifPresent(Cancellable::cancel));
  }
}
