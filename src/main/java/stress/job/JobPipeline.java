package stress.job;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stress.client.JobClient;
import stress.client.JobReference;
import stress.client.ProgressEvent;
import stress.client.Submission;
import stress.client.Waits;
import stress.clock.NanoClock;
import stress.contract.Meaning;
import stress.load.Pacer;
import stress.load.Start;
import stress.measure.Counter;
import stress.measure.Identity;
import stress.measure.Ledger;
import stress.measure.Series;
import stress.measure.Span;
import stress.measure.Window;

/**
 * Carries out starts: hand in a job, follow it as soon as it is accepted, until it settles.
 *
 * <p>Everything happens on the event loop to which the timers and the transport deliver. A
 * submission is sent once, whatever becomes of it.
 */
public final class JobPipeline {
  private final JobClient client;
  private final Optional<Follower> follower;
  private final Duration timeout;
  private final NanoClock clock;
  private final Waits waits;
  private final Ledger ledger;
  private final Settlements settlements;
  private final Set<String> ids = new HashSet<>();
  private final Map<JobReference, TrackedJob> live = new LinkedHashMap<>();
  private final List<JobReference> left = new ArrayList<>();
  private final Recheck recheck;
  private final Span intended;
  private final Span starts;
  private final Span submissions;
  private final Span completions;
  private Pacer pacer;
  private long submitting;

  /**
   * @param follower absent for submissions alone
   * @param timeout from a job's acceptance to our giving it up
   */
  JobPipeline(
      JobClient client,
      Optional<Follower> follower,
      Duration timeout,
      NanoClock clock,
      Waits waits,
      Ledger ledger) {
    this.client = client;
    this.follower = follower;
    this.timeout = timeout;
    this.clock = clock;
    this.waits = waits;
    this.ledger = ledger;
    this.settlements = new Settlements(ledger);
    this.recheck = new Recheck(client, clock, waits, ledger);
    this.intended = new Span(ledger.origin());
    this.starts = new Span(ledger.origin());
    this.submissions = new Span(ledger.origin());
    this.completions = new Span(ledger.origin());
  }

  /**
   * Carries out all starts of the pacer when subscribed; completes when each has come to its end.
   * After a cancellation, {@link #giveUp} closes the books.
   */
  public Uni<Void> run(Pacer releases) {
    pacer = releases;
    return Uni.createFrom().<Void>emitter(this::begin);
  }

  private void begin(UniEmitter<? super Void> over) {
    pacer.begin(clock.nanos(), new SideBySide(this::carryOut, over));
  }

  private Uni<Void> carryOut(Start start) {
    ledger.count(Counter.STARTED);
    long now = clock.nanos();
    intended.include(start.intended());
    starts.include(now);
    submissions.include(now);
    submitting++;
    return client
        .submit(start.index())
        .onItem()
        .transformToUni(submission -> submitted(start, submission));
  }

  private Uni<Void> submitted(Start start, Submission submission) {
    submitting--;
    submissions.include(submission.ended());
    if (submission instanceof Submission.Accepted accepted) {
      times(start, submission, Series.SUBMIT_RESPONSE, Series.SUBMIT_SERVICE);
      pacer.answered(start);
      return accepted(start, accepted);
    }
    times(start, submission, Series.SUBMIT_FAILED_RESPONSE, Series.SUBMIT_FAILED_SERVICE);
    if (submission instanceof Submission.Refused refused) {
      failed(Counter.REFUSED, refused.failure(), refused.ended());
    } else if (submission instanceof Submission.Unsent unsent) {
      failed(Counter.UNSENT, unsent.failure(), unsent.ended());
    } else if (submission instanceof Submission.Unknown unknown) {
      failed(Counter.OUTCOME_UNKNOWN, unknown.failure(), unknown.ended());
    }
    pacer.answered(start);
    return ended(start);
  }

  private void times(Start start, Submission submission, Series response, Series service) {
    if (start.scheduled()) {
      ledger.record(response, submission.ended() - start.intended());
    }
    ledger.record(service, submission.ended() - submission.started());
  }

  private void failed(Counter counter, Submission.Failure failure, long at) {
    ledger.count(counter);
    ledger.error(failure.signature(), at, failure.sample());
  }

  private Uni<Void> ended(Start start) {
    pacer.settled(start);
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> accepted(Start start, Submission.Accepted accepted) {
    ledger.count(Counter.ACCEPTED);
    if (!ids.add(accepted.job().id())) {
      ledger.count(Counter.MERGED);
      ledger.finding(Identity.ID_TWICE, accepted.job().id());
      return ended(start);
    }
    completions.include(accepted.ended());
    if (follower.isEmpty()) {
      left.add(accepted.job());
      return ended(start);
    }
    TrackedJob job =
        new TrackedJob(start, accepted.job(), accepted.started(), accepted.ended(), ledger);
    live.put(job.reference(), job);
    accepted.state().ifPresent(s -> job.state(s, accepted.started(), accepted.ended()));
    return follow(job, accepted).onItem().invoke(() -> finished(job));
  }

  private Uni<Void> follow(TrackedJob job, Submission.Accepted accepted) {
    if (job.settled()) {
      return Uni.createFrom().voidItem();
    }
    Followed followed =
        new Followed(job.reference(), job.start().index(), accepted.ended(), accepted.retryAfter());
    Uni<Void> watched =
        follower
            .orElseThrow()
            .follow(followed)
            .onItem()
            .invoke(event -> learned(job, event))
            .select()
            .first(event -> !job.settled())
            .onItem()
            .ignoreAsUni();
    Uni<Void> deadline = waits.until(accepted.ended() + timeout.toNanos());
    return Uni.join().first(watched, deadline).toTerminate();
  }

  private void learned(TrackedJob job, ProgressEvent event) {
    settlements.followed(job, event);
    if (event instanceof ProgressEvent.Seen seen) {
      job.seen(seen);
    } else if (event instanceof ProgressEvent.SocketOpened) {
      job.reconnected();
    }
  }

  private void finished(TrackedJob job) {
    live.remove(job.reference());
    if (job.settled()) {
      recheck.remember(job);
    } else {
      left.add(job.reference());
    }
    long now = clock.nanos();
    settlements.finished(job, now);
    completions.include(now);
    pacer.settled(job.start());
  }

  /** Looks once more at some settled jobs, within a bound: what has ended must stay as it ended. */
  public Uni<Void> recheck() {
    return recheck.look();
  }

  /** Closes the books after a cancellation: what is in flight counts as cancelled by us. */
  public void giveUp() {
    pacer.stop();
    ledger.count(Counter.CANCELLED_BY_US, submitting + live.size());
    submitting = 0;
    left.addAll(live.keySet());
    live.clear();
  }

  /** Jobs that this run made and did not see settle. */
  public List<JobReference> left() {
    return List.copyOf(left);
  }

  /** Submissions on the wire. */
  public long submitting() {
    return submitting;
  }

  /** Accepted jobs that have not settled, by what they were last seen as. */
  public Map<Meaning, Long> unsettled() {
    Map<Meaning, Long> counts = new java.util.EnumMap<>(Meaning.class);
    live.values().forEach(job -> counts.merge(job.meaning(), 1L, Long::sum));
    return counts;
  }

  /** First to last intended instant of the starts that were made. */
  public Optional<Window> intended() {
    return intended.window();
  }

  /** First start to last start. */
  public Optional<Window> starts() {
    return starts.window();
  }

  /** First start to last answered submission. */
  public Optional<Window> submissions() {
    return submissions.window();
  }

  /** First accepted job to last settlement. */
  public Optional<Window> completions() {
    return completions.window();
  }
}
