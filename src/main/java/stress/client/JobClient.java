package stress.client;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import stress.contract.Call;
import stress.contract.Contract;
import stress.contract.IdRule;
import stress.contract.Meaning;
import stress.contract.Rendered;
import stress.contract.ServerTimes;
import stress.contract.StatusReading;
import stress.contract.SubmitReading;
import stress.contract.Values;
import stress.measure.ErrorKind;
import stress.measure.Phase;
import stress.transport.Http;
import stress.transport.HttpCall;
import stress.transport.HttpOutcome;
import stress.transport.RetryAfter;

/**
 * The measured calls of a contract: hand in a job, look at it. Failures are values; one call is one
 * request.
 */
public final class JobClient {
  private final Contract contract;
  private final Http http;
  private final TargetBase base;
  private final RunKey run;
  private final Duration timeout;

  public JobClient(Contract contract, Http http, TargetBase base, RunKey run, Duration timeout) {
    this.contract = contract;
    this.http = http;
    this.base = base;
    this.run = run;
    this.timeout = timeout;
  }

  /** Hands in the job with this index; the same index gives the same body. */
  public Uni<Submission> submit(long index) {
    Values values = Values.forSubmission(run.seed(), index, run.tag());
    HttpCall call = call(contract.submit().call().render(values));
    return http.send(call).onItem().transform(this::submission);
  }

  /** Looks at a job once. */
  public Uni<ProgressEvent> look(JobReference job) {
    Rendered rendered = contract.status().call().render(Values.forJob(job.id()));
    HttpCall call =
        job.statusTarget().map(target -> at(target, rendered)).orElseGet(() -> call(rendered));
    return http.send(call).onItem().transform(this::seen);
  }

  private HttpCall call(Rendered rendered) {
    return base.call(rendered, timeout);
  }

  private HttpCall at(String target, Rendered rendered) {
    return new HttpCall(
        rendered.method(),
        base.origin(target),
        base.headers(rendered),
        rendered.contentType(),
        rendered.body(),
        timeout);
  }

  private Submission submission(HttpOutcome outcome) {
    if (outcome instanceof HttpOutcome.Broken broken) {
      Submission.Failure failure = Answers.failure(Phase.SUBMIT, broken);
      return broken.sent()
          ? new Submission.Unknown(failure, broken.started(), broken.ended())
          : new Submission.Unsent(failure, broken.started(), broken.ended());
    }
    HttpOutcome.Answered answer = (HttpOutcome.Answered) outcome;
    Call call = contract.submit().call();
    return call.accepts(answer.status())
        ? accepted(answer)
        : refused(answer, Answers.unexpectedStatus(Phase.SUBMIT, answer));
  }

  private Submission accepted(HttpOutcome.Answered answer) {
    Answers.Body body = Answers.body(answer);
    SubmitReading reading = contract.submit().read(body.document(), answer::header);
    if (reading instanceof SubmitReading.Accepted job) {
      return new Submission.Accepted(
          new JobReference(job.id(), job.statusAddress().flatMap(TargetBase::target)),
          job.state(),
          wait(answer),
          answer.started(),
          answer.ended());
    }
    String reason = ((SubmitReading.Unreadable) reading).reason();
    boolean bodyIsFine =
        body.document().isPresent() || !(contract.submit().id() instanceof IdRule.InBody);
    return refused(
        answer,
        bodyIsFine
            ? Answers.failure(Phase.SUBMIT, ErrorKind.NO_ID, answer, reason)
            : Answers.failure(Phase.SUBMIT, body.otherwise(), answer, body.detail()));
  }

  /** What the target asks to wait, where the contract says that it means it. */
  private Optional<Duration> wait(HttpOutcome.Answered answer) {
    return contract.status().retryAfter() ? RetryAfter.of(answer) : Optional.empty();
  }

  private static Submission refused(HttpOutcome.Answered answer, Submission.Failure failure) {
    return new Submission.Refused(failure, answer.started(), answer.ended());
  }

  private ProgressEvent seen(HttpOutcome outcome) {
    if (outcome instanceof HttpOutcome.Broken broken) {
      return new ProgressEvent.Unclear(
          Answers.failure(Phase.POLL, broken), Optional.empty(), broken.started(), broken.ended());
    }
    HttpOutcome.Answered answer = (HttpOutcome.Answered) outcome;
    Optional<Duration> wait = wait(answer);
    Optional<Meaning> spoken = contract.status().meaningOf(answer.status());
    if (spoken.isPresent()) {
      return seen(
          answer,
          wait,
          new StatusReading(
              Optional.empty(),
              spoken.get(),
              OptionalDouble.empty(),
              ServerTimes.NONE,
              Optional.empty(),
              Optional.empty(),
              List.of()));
    }
    if (!contract.status().call().accepts(answer.status())) {
      return unclear(answer, wait, Answers.unexpectedStatus(Phase.POLL, answer));
    }
    Answers.Body body = Answers.body(answer);
    if (body.document().isEmpty()) {
      return unclear(
          answer, wait, Answers.failure(Phase.POLL, body.otherwise(), answer, body.detail()));
    }
    StatusReading reading = contract.status().rule().read(body.document().get());
    if (reading.meaning() == Meaning.UNKNOWN && reading.word().isEmpty()) {
      return unclear(answer, wait, Answers.failure(Phase.POLL, ErrorKind.NO_STATUS, answer, ""));
    }
    return seen(answer, wait, reading);
  }

  private static ProgressEvent seen(
      HttpOutcome.Answered answer, Optional<Duration> wait, StatusReading reading) {
    return new ProgressEvent.Seen(
        reading,
        wait,
        ProgressEvent.Source.POLL,
        OptionalLong.empty(),
        answer.started(),
        answer.ended());
  }

  private static ProgressEvent unclear(
      HttpOutcome.Answered answer, Optional<Duration> wait, Submission.Failure failure) {
    return new ProgressEvent.Unclear(failure, wait, answer.started(), answer.ended());
  }
}
