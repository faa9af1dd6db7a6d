package stress.client;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import stress.contract.Api;
import stress.contract.Call;
import stress.contract.Contract;
import stress.contract.QueueMetrics;
import stress.contract.QueueReading;
import stress.contract.SocketApi;
import stress.contract.Values;
import stress.measure.ErrorKind;
import stress.transport.Http;
import stress.transport.HttpCall;
import stress.transport.HttpOutcome;

/** The calls beside the load: is the target up, how long is its queue, cancel this job. */
public final class ControlClient {
  private static final Readiness UNASKED =
      new Readiness(true, true, "not asked: the contract has no ready calls", Optional.empty());

  private final Api api;
  private final Http http;
  private final TargetBase base;
  private final Duration timeout;

  public ControlClient(Api api, Http http, TargetBase base, Duration timeout) {
    this.api = api;
    this.http = http;
    this.base = base;
    this.timeout = timeout;
  }

  /**
   * Whether the target is there.
   *
   * @param reached any answer at all came
   * @param ready an answer came that the contract calls ready
   * @param evidence the last answer or failure in words
   * @param kind why nothing came, where nothing came
   */
  public record Readiness(
      boolean reached, boolean ready, String evidence, Optional<ErrorKind> kind) {}

  /**
   * A harmless request that the target answers: the first of the contract's ready calls, else its
   * base itself.
   */
  public HttpCall probe() {
    return api.ready().isEmpty()
        ? new HttpCall(
            "GET",
            base.http().resolve("/"),
            base.headers(headers(), base.http()),
            Optional.empty(),
            new byte[0],
            timeout)
        : base.call(api.ready().get(0).render(Values.none()), timeout);
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    api.headers().forEach(header -> headers.put(header.name(), header.value()));
    return headers;
  }

  /**
   * Asks the contract's ready calls, one after the other, until one is accepted. Without any, the
   * base is asked; a socket alone may stand where nothing answers HTTP, so nothing is asked of it:
   * it counts as ready, and its first connection will tell.
   */
  public Uni<Readiness> ready() {
    if (api.ready().isEmpty() && api instanceof SocketApi) {
      return Uni.createFrom().item(UNASKED);
    }
    if (api.ready().isEmpty()) {
      return http.send(probe()).onItem().transform(outcome -> readiness(outcome, true));
    }
    List<HttpCall> calls = new ArrayList<>();
    for (Call call : api.ready()) {
      calls.add(base.call(call.render(Values.none()), timeout));
    }
    return ready(0, calls);
  }

  /**
   * One after the other: a candidate is asked only when the one before did not end the question.
   */
  private Uni<Readiness> ready(int candidate, List<HttpCall> calls) {
    return ready(api.ready().get(candidate), calls.get(candidate))
        .onItem()
        .transformToUni(
            readiness ->
                readiness.ready() || !readiness.reached() || candidate + 1 == calls.size()
                    ? Uni.createFrom().item(readiness)
                    : ready(candidate + 1, calls));
  }

  private Uni<Readiness> ready(Call call, HttpCall request) {
    return http.send(request)
        .onItem()
        .transform(
            outcome ->
                readiness(
                    outcome,
                    outcome instanceof HttpOutcome.Answered answer
                        && call.accepts(answer.status())));
  }

  private Readiness readiness(HttpOutcome outcome, boolean accepted) {
    if (outcome instanceof HttpOutcome.Broken broken) {
      String detail = broken.detail().isEmpty() ? "" : " (" + broken.detail() + ")";
      return new Readiness(false, false, broken.kind().text() + detail, Optional.of(broken.kind()));
    }
    int status = ((HttpOutcome.Answered) outcome).status();
    return new Readiness(true, accepted, "answered " + status, Optional.empty());
  }

  /**
   * The target's claim about its queue, or why there is none.
   *
   * @param source the path that answered, or the failures of all candidates
   */
  public record QueueAnswer(Optional<QueueReading> reading, String source) {}

  /** Asks one candidate. */
  public Uni<QueueAnswer> queue(QueueMetrics candidate) {
    HttpCall call = base.call(candidate.call().render(Values.none()), timeout);
    return http.send(call).onItem().transform(outcome -> queue(candidate, call, outcome));
  }

  private QueueAnswer queue(QueueMetrics candidate, HttpCall call, HttpOutcome outcome) {
    String path = call.url().replaceFirst("^[a-z]+://[^/]*", "").replaceFirst("\\?.*$", "");
    if (outcome instanceof HttpOutcome.Broken broken) {
      return new QueueAnswer(Optional.empty(), broken.kind().text() + " at " + path);
    }
    HttpOutcome.Answered answer = (HttpOutcome.Answered) outcome;
    if (!candidate.call().accepts(answer.status())) {
      return new QueueAnswer(Optional.empty(), answer.status() + " at " + path);
    }
    Answers.Body body = Answers.body(answer);
    return body.document()
        .map(document -> new QueueAnswer(Optional.of(candidate.read(document)), path))
        .orElseGet(
            () -> new QueueAnswer(Optional.empty(), body.otherwise().text() + " at " + path));
  }

  /** Whether a job could be cancelled: accepted, gone already, or not. */
  public enum Cancelled {
    YES,
    GONE,
    NO
  }

  /** Whether the contract has a way to cancel. */
  public boolean canCancel() {
    return cancel().isPresent();
  }

  private Optional<Call> cancel() {
    return api.jobs().flatMap(Contract::cancel);
  }

  /** Cancels a job; a 404 means that there is nothing left to cancel. */
  public Uni<Cancelled> cancel(JobReference job) {
    Call cancel =
        cancel().orElseThrow(() -> new IllegalStateException("the contract cannot cancel"));
    HttpCall call = base.call(cancel.render(Values.forJob(job.id())), timeout);
    return http.send(call).onItem().transform(outcome -> cancelled(cancel, outcome));
  }

  private static Cancelled cancelled(Call cancel, HttpOutcome outcome) {
    OptionalInt status =
        outcome instanceof HttpOutcome.Answered answer
            ? OptionalInt.of(answer.status())
            : OptionalInt.empty();
    if (status.isPresent() && cancel.accepts(status.getAsInt())) {
      return Cancelled.YES;
    }
    return status.equals(OptionalInt.of(404)) ? Cancelled.GONE : Cancelled.NO;
  }
}
