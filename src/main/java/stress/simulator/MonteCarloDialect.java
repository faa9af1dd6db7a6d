package stress.simulator;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The older API: job bodies in JSON, 201 or 200.
 *
 * <p>Instants are UTC without a zone, in microseconds. {@code started_at} and {@code completed_at}
 * of a job stand in {@code metadata} of its status.
 */
final class MonteCarloDialect implements Dialect {
  private final Desk desk;
  private final boolean open;
  private final MonteCarloJson json;
  private final MonteCarloFeed feed;
  private final SubmissionReader reader;

  /**
   * @param open the deployment whose sockets never close
   */
  MonteCarloDialect(Desk desk, Instants instants, SimulatorConfig config, boolean open) {
    this.desk = desk;
    this.open = open;
    this.json = new MonteCarloJson(desk, instants);
    this.feed = new MonteCarloFeed(instants, config, open);
    this.reader = new SubmissionReader(open, open);
  }

  static String id(Chance chance, long index) {
    long high = chance.seed("job.id.high", index);
    long low = chance.seed("job.id.low", index);
    return new UUID((high & ~0xF000L) | 0x4000L, (low & ~(3L << 62)) | (1L << 63)).toString();
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
    if (path.size() < 4 || !startsRight(path)) {
      return Route.to(Endpoint.UNKNOWN);
    }
    String fourth = path.get(3);
    if (get && path.size() == 4 && fourth.equals("metrics")) {
      return Route.to(Endpoint.METRICS);
    }
    if (get && path.size() == 5 && fourth.equals("queue") && path.get(4).equals("metrics")) {
      return Route.to(Endpoint.QUEUE);
    }
    return fourth.equals("jobs") ? jobs(method, path) : Route.to(Endpoint.UNKNOWN);
  }

  private static boolean startsRight(List<String> path) {
    return path.get(0).equals("api")
        && path.get(1).equals("v1")
        && path.get(2).equals("monte-carlo");
  }

  private static Route jobs(HttpMethod method, List<String> path) {
    boolean get = method.equals(HttpMethod.GET);
    boolean post = method.equals(HttpMethod.POST);
    if (path.size() == 4) {
      return Route.to(get ? Endpoint.LIST : post ? Endpoint.SUBMIT : Endpoint.UNKNOWN);
    }
    String id = path.get(4);
    if (path.size() == 5 && post && id.equals("bulk")) {
      return Route.to(Endpoint.BULK);
    }
    if (path.size() == 5 && get) {
      return new Route(Endpoint.STATUS, id);
    }
    if (path.size() == 5 && method.equals(HttpMethod.DELETE)) {
      return new Route(Endpoint.CANCEL, id);
    }
    boolean progress = path.size() == 6 && get && path.get(5).equals("progress");
    return progress ? new Route(Endpoint.PROGRESS, id) : Route.to(Endpoint.UNKNOWN);
  }

  @Override
  public Answer answer(Route route, Call call) {
    return switch (route.endpoint()) {
      case SUBMIT -> submit(call);
      case STATUS -> Answer.json(200, json.status(desk.told(found(route.id(), 404))));
      case PROGRESS ->
          Answer.json(200, json.progress(desk.told(found(route.id(), open ? 500 : 404))));
      case CANCEL -> cancel(route.id());
      case LIST -> list(call);
      case BULK -> bulk(call);
      case METRICS -> Answer.json(200, json.metrics());
      case HEALTH -> Answer.json(200, "{\"status\":\"healthy\"}");
      case READY -> Answer.json(200, "{\"status\":\"ready\"}");
      default -> Answer.detail(404, "Not Found");
    };
  }

  private Job found(String id, int codeWhenUnknown) {
    return desk.find(id)
        .orElseThrow(() -> new Refusal(Answer.detail(codeWhenUnknown, "Job " + id + " not found")));
  }

  private Answer submit(Call call) {
    JsonObject body = SubmissionReader.object(call.body());
    Problems problems = new Problems("body");
    Submission asked = reader.body(body, problems).orElseThrow(problems::refusal);
    Optional<String> missing = reader.missingData(asked, body.getString("symbol"));
    return missing.isPresent() ? Answer.detail(400, missing.get()) : accepted(desk.accept(asked));
  }

  @Override
  public Answer accepted(Job job) {
    String body =
        JsonText.object(
            out ->
                out.text("job_id", job.id())
                    .text("status", "pending")
                    .text("message", "Monte Carlo job submitted")
                    .missing("estimated_completion_time"));
    return Answer.json(open ? 200 : 201, body);
  }

  private Answer cancel(String id) {
    Job job = found(id, 404);
    return desk.cancel(job)
        ? Answer.empty(204)
        : Answer.detail(404, "Job " + id + " cannot be cancelled");
  }

  private Answer list(Call call) {
    int limit = call.number("limit", 100, 1, 1000);
    int offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
    Optional<String> word = call.parameter("status_filter");
    List<String> jobs =
        desk.all().stream()
            .filter(
                job -> word.isEmpty() || MonteCarloJson.word(job.toldPhase()).equals(word.get()))
            .skip(offset)
            .limit(limit)
            .map(job -> json.status(desk.told(job)))
            .toList();
    return Answer.json(200, "[" + String.join(",", jobs) + "]");
  }

  private Answer bulk(Call call) {
    JsonObject body = SubmissionReader.object(call.body());
    Problems problems = new Problems("body");
    if (!(body.getValue("jobs") instanceof JsonArray jobs)) {
      problems.add("jobs", "must be a list", "list_type");
      throw problems.refusal();
    }
    if (jobs.isEmpty() || jobs.size() > 50) {
      problems.add("jobs", "must have 1 to 50 entries", "value_error");
      throw problems.refusal();
    }
    List<String> wrong = new ArrayList<>();
    List<Optional<Submission>> asked = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      Problems ofEntry = new Problems("body", "\"jobs\"", Integer.toString(i));
      if (jobs.getValue(i) instanceof JsonObject entry) {
        asked.add(reader.body(entry, ofEntry));
      } else {
        ofEntry.add("", "must be an object", "dict_type");
      }
      wrong.addAll(ofEntry.found());
    }
    if (!wrong.isEmpty()) {
      throw Problems.refusal(wrong);
    }
    return Answer.json(201, acceptAll(jobs, asked));
  }

  private String acceptAll(JsonArray jobs, List<Optional<Submission>> asked) {
    List<String> entries = new ArrayList<>();
    long failed = 0;
    for (int i = 0; i < asked.size(); i++) {
      Submission each = asked.get(i).orElseThrow();
      Optional<String> missing =
          reader.missingData(each, jobs.getJsonObject(i).getString("symbol"));
      failed += missing.isPresent() ? 1 : 0;
      entries.add(missing.map(MonteCarloDialect::failedEntry).orElseGet(() -> entry(each)));
    }
    long notMade = failed;
    return JsonText.object(
        out ->
            out.text("batch_id", "batch-" + desk.all().size())
                .list("jobs", entries)
                .number("total_jobs", asked.size())
                .number("successful_submissions", asked.size() - notMade)
                .number("failed_submissions", notMade));
  }

  private String entry(Submission asked) {
    Job job = desk.accept(asked);
    return JsonText.object(
        out -> out.text("job_id", job.id()).text("status", "pending").text("message", "submitted"));
  }

  private static String failedEntry(String reason) {
    return JsonText.object(
        out -> out.missing("job_id").text("status", "failed").text("message", reason));
  }

  @Override
  public Answer error(int code, String message) {
    return Answer.detail(code, message);
  }

  @Override
  public Optional<String> socketOf(List<String> path) {
    boolean right =
        path.size() == 6
            && startsRight(path)
            && path.get(3).equals("jobs")
            && path.get(5).equals("progress");
    return right ? Optional.of(path.get(4)) : Optional.empty();
  }

  @Override
  public int refusalOfPath() {
    return open ? 403 : 404;
  }

  @Override
  public FeedStyle feed() {
    return feed;
  }
}
