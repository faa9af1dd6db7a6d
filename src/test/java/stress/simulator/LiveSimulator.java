package stress.simulator;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import stress.clock.NanoClock;
import stress.clock.WallClock;

/** A simulator on a free port with a client beside it. */
final class LiveSimulator implements AutoCloseable {
  static final String JOBS = "/api/v1/monte-carlo/jobs";

  record Reply(int code, MultiMap headers, Buffer body) {
    JsonObject json() {
      return new JsonObject(body);
    }
  }

  /** What a client saw on a socket: texts, then {@code close CODE}. */
  record Seen(WebSocket socket, BlockingQueue<String> events) {
    String next() {
      try {
        String event = events.poll(10, TimeUnit.SECONDS);
        if (event == null) {
          throw new AssertionError("nothing came within 10 s");
        }
        return event;
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }

    /** All events up to the first that fits, which is the last one given. */
    List<String> until(Predicate<String> last) {
      List<String> seen = new java.util.ArrayList<>();
      do {
        seen.add(next());
      } while (!last.test(seen.get(seen.size() - 1)));
      return seen;
    }
  }

  final Vertx vertx = Vertx.vertx();
  final Simulator simulator;
  final HttpClient client;

  LiveSimulator(SimulatorConfig config) {
    simulator = new Simulator(vertx, NanoClock.system(), WallClock.system(), config);
    await(simulator.start());
    client = vertx.createHttpClient();
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException | java.util.concurrent.TimeoutException late) {
      throw new AssertionError(late);
    }
  }

  Future<Reply> send(HttpMethod method, String path, String body, Map<String, String> headers) {
    RequestOptions options =
        new RequestOptions()
            .setHost("127.0.0.1")
            .setPort(simulator.port())
            .setMethod(method)
            .setURI(path);
    headers.forEach(options::addHeader);
    // One chain inside the other: attached on the event loop, before the answer can have passed by.
    return client
        .request(options)
        .compose(
            request ->
                request
                    .send(Buffer.buffer(body))
                    .compose(
                        response ->
                            response
                                .body()
                                .map(
                                    bytes ->
                                        new Reply(
                                            response.statusCode(), response.headers(), bytes))));
  }

  Reply get(String path) {
    return await(send(HttpMethod.GET, path, "", Map.of()));
  }

  Reply post(String path, String body) {
    return await(send(HttpMethod.POST, path, body, Map.of()));
  }

  Reply delete(String path) {
    return await(send(HttpMethod.DELETE, path, "", Map.of()));
  }

  static JsonObject body(String tag) {
    return new JsonObject()
        .put("symbol", "aapl")
        .put("start_date", "2015-01-01T00:00:00")
        .put("end_date", "2017-01-01T00:00:00")
        .put("num_runs", 1000)
        .put("initial_capital", 100_000)
        .put("strategy_params", new JsonObject().put("tag", tag));
  }

  /** Submits to the older API; gives the id. */
  String submit(String tag) {
    return post(JOBS, body(tag).encode()).json().getString("job_id");
  }

  /** Polls until the answer fits. */
  JsonObject poll(String path, Predicate<JsonObject> fits) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < end) {
      JsonObject answer = get(path).json();
      if (fits.test(answer)) {
        return answer;
      }
    }
    throw new AssertionError("no fitting answer within 10 s");
  }

  Seen socket(String path) {
    BlockingQueue<String> events = new LinkedBlockingQueue<>();
    WebSocket socket =
        await(
            vertx
                .createWebSocketClient(new WebSocketClientOptions().setMaxFrameSize(65_536))
                .connect(simulator.port(), "127.0.0.1", path)
                .onSuccess(
                    open -> {
                      open.textMessageHandler(events::add);
                      open.closeHandler(
                          closed ->
                              events.add(
                                  "close "
                                      + (open.closeStatusCode() == null
                                          ? "none"
                                          : open.closeStatusCode())));
                    }));
    return new Seen(socket, events);
  }

  Truth truth() {
    return simulator.truth();
  }

  @Override
  public void close() {
    await(client.close());
    await(simulator.stop());
    await(vertx.close());
  }
}
