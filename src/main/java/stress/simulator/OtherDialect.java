package stress.simulator;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The API that {@link Personality#OTHER} describes. */
final class OtherDialect implements Dialect, FeedStyle {
  private static final long FIRST_ID = 2_733_382_000_000_000_049L;
  private static final Map<String, String> LATER = Map.of("Retry-After", "1");
  private final Desk desk;
  private final Instants instants;
  private final SimulatorConfig config;
  private final SubmissionReader reader = new SubmissionReader(false, false);

  OtherDialect(Desk desk, Instants instants, SimulatorConfig config) {
    this.desk = desk;
    this.instants = instants;
    this.config = config;
  }

  static String id(long index) {
    return Long.toString(FIRST_ID + index);
  }

  @Override
  public Route route(HttpMethod method, List<String> path) {
    boolean get = method.equals(HttpMethod.GET);
    if (path.size() < 2 || path.size() > 3 || !path.get(0).equals("v2")) {
      return Route.to(Endpoint.UNKNOWN);
    }
    boolean jobs = path.get(1).equals("jobs");
    if (path.size() == 3) {
      boolean delete = method.equals(HttpMethod.DELETE);
      return jobs && (get || delete)
          ? new Route(get ? Endpoint.STATUS : Endpoint.CANCEL, path.get(2))
          : Route.to(Endpoint.UNKNOWN);
    }
    if (jobs && method.equals(HttpMethod.POST)) {
      return Route.to(Endpoint.SUBMIT);
    }
    if (!get) {
      return Route.to(Endpoint.UNKNOWN);
    }
    return switch (path.get(1)) {
      case "jobs" -> Route.to(Endpoint.LIST);
      case "queue" -> Route.to(Endpoint.METRICS);
      case "health" -> Route.to(Endpoint.HEALTH);
      default -> Route.to(Endpoint.UNKNOWN);
    };
  }

  @Override
  public Answer answer(Route route, Call call) {
    return switch (route.endpoint()) {
      case SUBMIT -> submit(call);
      case STATUS -> status(desk.told(found(route.id())));
      case CANCEL -> cancel(route.id());
      case LIST -> list(call);
      case METRICS -> Answer.json(200, metrics());
      case HEALTH -> Answer.json(200, "{\"ok\":true}");
      default -> error(404, "no such page");
    };
  }

  private Job found(String id) {
    return desk.find(id).orElseThrow(() -> new Refusal(error(404, "no job " + id)));
  }

  private Answer submit(Call call) {
    JsonObject task;
    JsonObject body;
    try {
      body = SubmissionReader.object(call.body());
      task = body.getJsonObject("task", new JsonObject());
    } catch (Refusal | ClassCastException wrong) {
      return error(400, "the body must be {\"task\": {…}}");
    }
    Problems problems = new Problems("task");
    Fields fields = new Fields(task::getValue, false, problems);
    Optional<String> label =
        body.getValue("label") instanceof String text ? Optional.of(text) : Optional.empty();
    Optional<Submission> asked =
        reader.common(
            fields, SubmissionReader.Names.OTHER, problems, label, OptionalLong.empty(), "");
    if (asked.isEmpty()) {
      return error(400, String.join(", ", problems.found()));
    }
    Optional<String> missing = reader.missingData(asked.get(), task.getString("symbol"));
    return missing.isPresent() ? error(400, missing.get()) : accepted(desk.accept(asked.get()));
  }

  @Override
  public Answer accepted(Job job) {
    return brief(job, "QUEUED")
        .with(Map.of("Location", "/v2/jobs/" + job.id(), "Retry-After", "1"));
  }

  private static Answer brief(Job job, String word) {
    return Answer.json(
        202,
        JsonText.object(
            out ->
                out.object(
                    "data",
                    in -> in.object("job", most -> most.raw("id", job.id()).text("state", word)))));
  }

  private Answer status(Told told) {
    Answer answer =
        Answer.json(
            200, JsonText.object(out -> out.object("data", in -> in.raw("job", job(told)))));
    return told.phase().terminal() ? answer : answer.with(LATER);
  }

  private Answer cancel(String id) {
    Job job = found(id);
    return desk.cancel(job) ? brief(job, "ABORTED") : error(409, "job " + id + " is finished");
  }

  private Answer list(Call call) {
    int limit = call.number("limit", 100, 1, 1000);
    int offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
    Optional<String> word = call.parameter("state");
    List<Job> matching =
        desk.all().stream()
            .filter(job -> word.isEmpty() || word(job.toldPhase()).equals(word.get()))
            .toList();
    List<String> page =
        matching.stream().skip(offset).limit(limit).map(job -> job(desk.told(job))).toList();
    return Answer.json(
        200,
        JsonText.object(
            out ->
                out.object("data", in -> in.list("jobs", page).number("total", matching.size()))));
  }

  private static String word(Phase phase) {
    return switch (phase) {
      case WAITING -> "QUEUED";
      case RUNNING -> "IN_PROGRESS";
      case COMPLETED -> "SUCCEEDED";
      case FAILED -> "FAULTED";
      case CANCELLED -> "ABORTED";
      case TIMEOUT -> "EXPIRED";
    };
  }

  private String job(Told told) {
    Job job = told.job();
    return JsonText.object(
        out -> {
          out.raw("id", job.id());
          out.text("state", told.oddWord().orElse(word(told.phase())));
          out.flag("finished", told.phase().terminal());
          out.number("percent", Math.floor(told.progress() * 10_000 + 0.5) / 100);
          out.object(
              "times",
              in -> {
                in.text("created", instants.text(job.acceptedNanos(), "Z"));
                instant(in, "started", job.startedNanos());
                instant(in, "ended", told.ended());
              });
          if (told.phase() == Phase.COMPLETED) {
            out.raw("output", desk.result(job).json());
          } else {
            out.missing("output");
          }
          if (told.phase() == Phase.FAILED) {
            out.object("problem", in -> in.text("message", "simulation failed"));
          } else {
            out.missing("problem");
          }
        });
  }

  private void instant(JsonText out, String name, OptionalLong nanos) {
    if (nanos.isPresent()) {
      out.text(name, instants.text(nanos.getAsLong(), "Z"));
    } else {
      out.missing(name);
    }
  }

  private String metrics() {
    JobCounts counts = desk.counts();
    return JsonText.object(
        out ->
            out.object(
                    "queue",
                    in ->
                        in.number("depth", desk.waiting())
                            .number("busy", desk.busy())
                            .number("workers", desk.workers()))
                .object(
                    "jobs",
                    in ->
                        in.number("total", counts.total())
                            .number("succeeded", counts.in(Phase.COMPLETED))
                            .number("faulted", counts.in(Phase.FAILED))
                            .number("aborted", counts.in(Phase.CANCELLED))));
  }

  @Override
  public Answer error(int code, String message) {
    return Answer.json(
        code, JsonText.object(out -> out.object("problem", in -> in.text("message", message))));
  }

  @Override
  public Optional<String> socketOf(List<String> path) {
    boolean right =
        path.size() == 4
            && path.get(0).equals("v2")
            && path.get(1).equals("jobs")
            && path.get(3).equals("events");
    return right ? Optional.of(path.get(2)) : Optional.empty();
  }

  @Override
  public int refusalOfPath() {
    return 404;
  }

  @Override
  public FeedStyle feed() {
    return this;
  }

  @Override
  public boolean waitsForSubscription() {
    return true;
  }

  @Override
  public boolean closesAtEnd() {
    return true;
  }

  @Override
  public Duration look() {
    return config.lookInterval();
  }

  @Override
  public Duration heartbeat() {
    return config.heartbeat();
  }

  @Override
  public String greeting(String id, long now) {
    return "";
  }

  @Override
  public String state(Told told, Reason reason, long sequence, long changedNanos) {
    return JsonText.object(
        out ->
            out.text("event", reason == Reason.CHANGE ? "state" : "tick")
                .number("seq", sequence)
                .text("sent", instants.text(told.now(), "Z"))
                .object("data", in -> in.raw("job", job(told))));
  }

  @Override
  public String unknown(String id, long sequence, long now) {
    return JsonText.object(
        out ->
            out.text("event", "unknown")
                .number("seq", sequence)
                .text("sent", instants.text(now, "Z"))
                .missing("data"));
  }

  @Override
  public OptionalInt closeOfUnknown() {
    return OptionalInt.of(4404);
  }
}
