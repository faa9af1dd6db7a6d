package stress.cli;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A server that answers submissions and looks of the default contract as a test writes it. */
final class RawTarget implements AutoCloseable {
  private static final String JOBS = "/api/v1/monte-carlo/jobs";

  /** One request: what was asked for, with the value of the header {@code X-Test}. */
  record Asked(String method, String uri, String header) {}

  private final Vertx vertx = Vertx.vertx();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Consumer<HttpServerResponse> submission;
  private final Consumer<HttpServerResponse> look;
  private final HttpServer server;

  RawTarget(Consumer<HttpServerResponse> submission, Consumer<HttpServerResponse> look) {
    this.submission = submission;
    this.look = look;
    this.server =
        Waiting.on(
            vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1"),
            30,
            TimeUnit.SECONDS);
  }

  /** Answers with JSON of that status. */
  static Consumer<HttpServerResponse> json(int status, String text) {
    return response ->
        response.setStatusCode(status).putHeader("Content-Type", "application/json").end(text);
  }

  private void handle(HttpServerRequest request) {
    asked.add(new Asked(request.method().name(), request.uri(), "" + request.getHeader("X-Test")));
    if (request.path().equals(JOBS) && request.method() == HttpMethod.POST) {
      submission.accept(request.response());
    } else if (request.path().startsWith(JOBS + "/")) {
      look.accept(request.response());
    } else {
      request.response().setStatusCode(request.path().endsWith("/readyz") ? 200 : 404).end();
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  List<Asked> asked() {
    return asked;
  }

  /** The addresses that were looked at. */
  List<String> looks() {
    return asked.stream()
        .filter(one -> one.method().equals("GET") && one.uri().startsWith(JOBS + "/"))
        .map(Asked::uri)
        .toList();
  }

  @Override
  public void close() {
    Waiting.on(server.close(), 30, TimeUnit.SECONDS);
    Waiting.on(vertx.close(), 30, TimeUnit.SECONDS);
  }
}
