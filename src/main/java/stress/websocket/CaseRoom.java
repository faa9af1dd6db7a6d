package stress.websocket;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import stress.client.JobClient;
import stress.client.JobReference;
import stress.client.Submission;
import stress.client.Waits;
import stress.transport.SocketCall;
import stress.transport.TargetUrl;

/** What a case works with while the suite runs. Event loop. */
public final class CaseRoom {
  private final CaseTools tools;
  private final Waits waits;
  private final List<JobReference> submitted = new ArrayList<>();
  private long submissions;

  CaseRoom(CaseTools tools) {
    this.tools = tools;
    this.waits = new Waits(tools.timers());
  }

  CaseTools tools() {
    return tools;
  }

  long now() {
    return tools.clock().nanos();
  }

  Uni<Void> pause(Duration time) {
    return waits.until(now() + time.toNanos());
  }

  Uni<Void> until(long instant) {
    return waits.until(instant);
  }

  /** The jobs that the cases have handed in so far. */
  List<JobReference> submitted() {
    return List.copyOf(submitted);
  }

  /**
   * A fresh job to connect to; nothing for a target without jobs.
   *
   * <p>Fails with {@link CaseStopped} when none can be submitted.
   */
  Uni<Optional<JobReference>> subject() {
    return tools.jobs().isEmpty()
        ? Uni.createFrom().item(Optional.empty())
        : submit(tools.jobs().get()).onItem().transform(Optional::of);
  }

  /**
   * A fresh job.
   *
   * <p>Fails with {@link CaseStopped} for a target without jobs, and when none can be submitted.
   */
  Uni<JobReference> job() {
    return tools.jobs().map(this::submit).orElseThrow(CaseRoom::withoutJobs);
  }

  /** How the client of the jobs of this target is called, where it has jobs. */
  JobClient jobs() {
    return tools.jobs().orElseThrow(CaseRoom::withoutJobs);
  }

  private static CaseStopped withoutJobs() {
    return new CaseStopped(CaseOutcome.impossible("the target has no jobs"));
  }

  private Uni<JobReference> submit(JobClient client) {
    return client.submit(submissions++).onItem().transform(this::accepted);
  }

  private JobReference accepted(Submission submission) {
    if (submission instanceof Submission.Accepted accepted) {
      submitted.add(accepted.job());
      return accepted.job();
    }
    Submission.Failure failure =
        submission instanceof Submission.Refused refused
            ? refused.failure()
            : submission instanceof Submission.Unsent unsent
                ? unsent.failure()
                : ((Submission.Unknown) submission).failure();
    throw new CaseStopped(
        CaseOutcome.impossible("no job could be submitted: " + failure.signature().kind().text()));
  }

  CaseSocket socket(Optional<JobReference> job) {
    return new CaseSocket(tools, job);
  }

  /** A bare connection to where this job's socket is. */
  RawTalk wire(Optional<JobReference> job) {
    return wire(job, OptionalInt.empty());
  }

  RawTalk wire(Optional<JobReference> job, OptionalInt receiveBuffer) {
    return new RawTalk(tools, TargetUrl.parse(call(job).url()), receiveBuffer);
  }

  SocketCall call(Optional<JobReference> job) {
    return tools.sockets().call(job);
  }

  RawHandshake handshake(Optional<JobReference> job) {
    return RawHandshake.of(call(job));
  }

  /**
   * Opens one more connection, as a user would, and sees whether it is served: opened, and then a
   * message, the answer to a ping, or a regular close. The item says what was wrong, if anything.
   */
  Uni<Optional<String>> next(Optional<JobReference> job) {
    CaseSocket socket = socket(job);
    return socket.run(
        () ->
            socket
                .opened()
                .onItem()
                .invoke(() -> socket.ping("stress"))
                .onItem()
                .transformToUni(
                    open -> socket.await(() -> socket.heard().answers() || socket.heard().over()))
                .onItem()
                .transform(came -> wrong(socket.heard())));
  }

  private static Optional<String> wrong(CaseHeard heard) {
    if (heard.failed().isPresent()) {
      return Optional.of(CaseWords.failed(heard.failed().get()).reaction());
    }
    if (heard.opened().isEmpty()) {
      return Optional.of("did not answer the upgrade");
    }
    if (heard.answers()) {
      return Optional.empty();
    }
    return heard.closed().isEmpty()
        ? Optional.of("opened, but neither sent a message nor answered a ping")
        : heard
            .closed()
            .filter(closed -> closed.code() != 1000)
            .map(closed -> "opened, then " + CaseWords.closed(closed));
  }
}
