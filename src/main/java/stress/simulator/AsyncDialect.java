package stress.simulator;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Today's API of the platform: submissions in the query, one frame a second; instants in +00:00.
 */
final class AsyncDialect implements Dialect, FeedStyle {
  private static final List<String> ROOT = List.of("api", "v1", "monte-carlo");
  private static final String ZONE = "+00:00";
  private final Desk desk;
  private final Instants instants;
  private final SimulatorConfig config;
  private final SubmissionReader reader = new SubmissionReader(false, false);

  AsyncDialect(Desk desk, Instants instants, SimulatorConfig config) {
    this.desk = desk;
    this.instants = instants;
    this.config = config;
  }

  @Override
  public Route route(HttpMethod method, List<String> path) {
    boolean get = method.equals(HttpMethod.GET);
    if (get && path.equals(List.of("api", "healthz"))) {
      return Route.to(Endpoint.HEALTH);
    }
    if (get && path.equals(List.of("api", "readyz"))) {
      return Route.to(Endpoint.READY);
    }
    boolean jobs =
        path.size() >= 4 && path.subList(0, 3).equals(ROOT) && path.get(3).equals("async");
    if (!jobs || path.size() > 5) {
      return Route.to(Endpoint.UNKNOWN);
    }
    if (path.size() == 4) {
      boolean post = method.equals(HttpMethod.POST);
      return Route.to(get ? Endpoint.LIST : post ? Endpoint.SUBMIT : Endpoint.UNKNOWN);
    }
    if (get) {
      return new Route(Endpoint.STATUS, path.get(4));
    }
    boolean delete = method.equals(HttpMethod.DELETE);
    return delete ? new Route(Endpoint.CANCEL, path.get(4)) : Route.to(Endpoint.UNKNOWN);
  }

  @Override
  public Answer answer(Route route, Call call) {
    return switch (route.endpoint()) {
      case SUBMIT -> submit(call);
      case STATUS -> Answer.json(200, status(desk.told(found(route.id()))));
      case CANCEL -> cancel(route.id());
      case LIST -> list();
      case HEALTH -> Answer.json(200, "{\"status\":\"healthy\"}");
      case READY -> Answer.json(200, "{\"status\":\"ready\"}");
      default -> Answer.detail(404, "Not Found");
    };
  }

  private Job found(String id) {
    return desk.find(id)
        .orElseThrow(() -> new Refusal(Answer.detail(404, "Job " + id + " not found")));
  }

  private Answer submit(Call call) {
    Problems problems = new Problems("query");
    Submission asked = reader.query(call, problems).orElseThrow(problems::refusal);
    Optional<String> missing = reader.missingData(asked, asked.symbol());
    return missing.isPresent() ? Answer.detail(400, missing.get()) : accepted(desk.accept(asked));
  }

  @Override
  public Answer accepted(Job job) {
    return Answer.json(
        200,
        JsonText.object(
            out ->
                out.text("job_id", job.id())
                    .text("status", "submitted")
                    .text("message", "Monte Carlo job submitted")));
  }

  private Answer cancel(String id) {
    Job job = found(id);
    return desk.cancel(job)
        ? Answer.json(
            200, JsonText.object(out -> out.text("job_id", id).text("status", "cancelled")))
        : Answer.detail(404, "Job " + id + " cannot be cancelled");
  }

  private Answer list() {
    List<String> jobs = desk.all().stream().map(job -> status(desk.told(job))).toList();
    return Answer.json(
        200, JsonText.object(out -> out.list("jobs", jobs).number("total", jobs.size())));
  }

  private static String word(Told told) {
    return told.oddWord()
        .orElse(told.phase() == Phase.TIMEOUT ? "failed" : MonteCarloJson.word(told.phase()));
  }

  private String status(Told told) {
    Job job = told.job();
    return JsonText.object(
        out -> {
          out.text("job_id", job.id()).text("status", word(told));
          out.number("progress", told.progress());
          out.text("created_at", instants.text(job.acceptedNanos(), ZONE));
          instant(out, "started_at", job.startedNanos());
          instant(out, "completed_at", told.ended());
          if (told.phase() == Phase.COMPLETED) {
            out.raw("result", desk.result(job).json());
          } else {
            out.missing("result");
          }
          if (told.phase() == Phase.FAILED) {
            out.text("error", "simulation failed");
          } else {
            out.missing("error");
          }
        });
  }

  private void instant(JsonText out, String name, OptionalLong nanos) {
    if (nanos.isPresent()) {
      out.text(name, instants.text(nanos.getAsLong(), ZONE));
    } else {
      out.missing(name);
    }
  }

  @Override
  public Answer error(int code, String message) {
    return Answer.detail(code, message);
  }

  @Override
  public Optional<String> socketOf(List<String> path) {
    boolean right = path.size() == 5 && path.subList(0, 3).equals(ROOT) && path.get(3).equals("ws");
    return right ? Optional.of(path.get(4)) : Optional.empty();
  }

  @Override
  public int refusalOfPath() {
    return 403;
  }

  @Override
  public FeedStyle feed() {
    return this;
  }

  @Override
  public boolean waitsForSubscription() {
    return false;
  }

  @Override
  public boolean closesAtEnd() {
    return true;
  }

  @Override
  public Duration look() {
    return config.frameInterval();
  }

  @Override
  public Duration heartbeat() {
    return config.frameInterval();
  }

  @Override
  public String greeting(String id, long now) {
    return "";
  }

  @Override
  public String state(Told told, Reason reason, long sequence, long changedNanos) {
    return JsonText.object(
        out -> {
          out.text("job_id", told.job().id()).text("status", word(told));
          out.number("progress", told.progress());
          instant(out, "started_at", told.job().startedNanos());
          instant(out, "completed_at", told.ended());
          out.text("timestamp", instants.text(told.now(), ZONE));
        });
  }

  @Override
  public String unknown(String id, long sequence, long now) {
    return JsonText.object(
        out ->
            out.text("job_id", id)
                .text("status", "not_found")
                .text("timestamp", instants.text(now, ZONE)));
  }

  @Override
  public OptionalInt closeOfUnknown() {
    return OptionalInt.of(1000);
  }
}
