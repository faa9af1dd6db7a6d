package stress.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import stress.client.ProgressEvent;
import stress.contract.ServerTimes;
import stress.job.JobTimeline.Bounds;
import stress.measure.Counter;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Identity;
import stress.measure.Ledger;
import stress.measure.Phase;
import stress.measure.Series;

/** Writes what was learned of jobs into the ledger. Lives on the event loop. */
final class Settlements {
  private final Ledger ledger;

  Settlements(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Writes down one event of following a job, before the job itself takes it in. */
  void followed(TrackedJob job, ProgressEvent event) {
    if (event instanceof ProgressEvent.Seen seen) {
      looked(seen.source(), seen.looked(), seen.at());
    } else if (event instanceof ProgressEvent.Unclear unclear) {
      if (unclear.failure().signature().phase() == Phase.POLL) {
        ledger.count(Counter.POLL_ERRORS);
      } else {
        ledger.count(Counter.FRAMES);
      }
      ledger.error(unclear.failure().signature(), unclear.at(), unclear.failure().sample());
    } else if (event instanceof ProgressEvent.SocketOpened opened) {
      ledger.count(Counter.SOCKETS_OPENED);
      ledger.record(Series.SOCKET_HANDSHAKE, opened.at() - opened.dialled());
    } else if (event instanceof ProgressEvent.SocketEnded ended) {
      socketEnded(job, ended);
    }
  }

  private void looked(ProgressEvent.Source source, long looked, long at) {
    if (source == ProgressEvent.Source.POLL) {
      ledger.record(Series.POLL_SERVICE, at - looked);
    } else {
      ledger.count(Counter.FRAMES);
    }
  }

  private void socketEnded(TrackedJob job, ProgressEvent.SocketEnded ended) {
    ledger.count(Counter.SOCKETS_FAILED);
    ended
        .failure()
        .ifPresent(failure -> ledger.error(failure.signature(), ended.at(), failure.sample()));
    if (ended.closeCode().isPresent()) {
      ledger.finding(Identity.ENDED_EARLY, job.reference().id());
    }
  }

  /** Writes down that a job has come to its end, or that its time is up. */
  void finished(TrackedJob job, long now) {
    if (!job.settled()) {
      ledger.count(Counter.CUT);
      failure(job, ErrorKind.DEADLINE, now);
    } else if (job.lost()) {
      ledger.count(Counter.LOST);
      failure(job, ErrorKind.JOB_LOST, now);
    } else {
      outcome(job, now);
      times(job);
    }
  }

  private void outcome(TrackedJob job, long now) {
    switch (job.meaning()) {
      case SUCCEEDED -> ledger.count(Counter.SUCCEEDED);
      case FAILED -> {
        ledger.count(Counter.FAILED);
        failure(job, ErrorKind.JOB_FAILED, now);
      }
      case CANCELLED -> {
        ledger.count(Counter.CANCELLED_BY_TARGET);
        failure(job, ErrorKind.JOB_CANCELLED, now);
      }
      case TIMED_OUT -> {
        ledger.count(Counter.TIMED_OUT_BY_TARGET);
        failure(job, ErrorKind.JOB_TIMED_OUT, now);
      }
      default -> throw new IllegalStateException("not an end: " + job.meaning());
    }
  }

  private void failure(TrackedJob job, ErrorKind kind, long now) {
    String words = job.error().isEmpty() ? "" : ": " + job.error();
    ledger.error(ErrorSignature.of(Phase.JOB, kind), now, "job " + job.reference().id() + words);
  }

  private void times(TrackedJob job) {
    JobTimeline timeline = job.timeline();
    bounds(timeline.queueing(), Series.QUEUEING_LOW, Series.QUEUEING_HIGH);
    bounds(timeline.processing(), Series.PROCESSING_LOW, Series.PROCESSING_HIGH);
    bounds(timeline.total(), Series.TOTAL_LOW, Series.TOTAL_HIGH);
    ServerTimes server = job.times();
    between(server.created(), server.started(), Series.SERVER_QUEUEING);
    between(server.started(), server.ended(), Series.SERVER_PROCESSING);
    between(server.created(), server.ended(), Series.SERVER_TOTAL);
  }

  private void bounds(Optional<Bounds> bounds, Series low, Series high) {
    if (bounds.isPresent()) {
      ledger.record(low, bounds.get().low());
      ledger.record(high, bounds.get().high());
    }
  }

  private void between(Optional<Instant> from, Optional<Instant> to, Series series) {
    if (from.isPresent() && to.isPresent()) {
      ledger.record(series, Duration.between(from.get(), to.get()).toNanos());
    }
  }
}
