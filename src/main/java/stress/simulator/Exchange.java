package stress.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** One request and the ways to end it; counts the answer when it is given to the network. */
final class Exchange {
  private final HttpServerRequest request;
  private final Route route;
  private final Buffer body;
  private final RequestFaults faults;
  private final Tally tally;

  Exchange(HttpServerRequest request, Route route, Buffer body, RequestFaults faults, Tally tally) {
    this.request = request;
    this.route = route;
    this.body = body;
    this.faults = faults;
    this.tally = tally;
  }

  Route route() {
    return route;
  }

  RequestFaults faults() {
    return faults;
  }

  Call call() {
    return new Call(request::getParam, body);
  }

  void send(Answer answer) {
    write(answer, answer.body().orElse(""), "application/json");
  }

  /** JSON that ends in the middle; an answer without a body gets half an object. */
  void sendCut(Answer answer) {
    String whole = answer.body().orElse("{\"detail\":\"none\"}");
    int code = answer.body().isPresent() ? answer.code() : 200;
    write(
        new Answer(code, answer.body(), answer.headers()),
        whole.substring(0, (whole.length() + 1) / 2),
        "application/json");
  }

  void sendPage(String type) {
    write(
        Answer.empty(200),
        "<!doctype html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>",
        type);
  }

  /** A TCP reset instead of an answer. */
  void reset() {
    Connections.reset(request.connection());
  }

  private void write(Answer answer, String text, String type) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return; // the client has gone: nothing is given to the network
    }
    response.setStatusCode(answer.code());
    answer.headers().forEach(response::putHeader);
    tally.answer(route.endpoint().text(), answer.code());
    if (text.isEmpty()) {
      response.end();
      return;
    }
    if (faults.untyped().isPresent()) {
      tally.fault(faults.untyped().get().kind());
    } else {
      response.putHeader("Content-Type", type);
    }
    Buffer bytes = Buffer.buffer(text);
    if (faults.zipped().isPresent()) {
      tally.fault(faults.zipped().get().kind());
      response.putHeader("Content-Encoding", "gzip");
      bytes = zipped(bytes);
    }
    response.end(bytes);
  }

  private static Buffer zipped(Buffer plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain.getBytes());
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return Buffer.buffer(out.toByteArray());
  }
}
