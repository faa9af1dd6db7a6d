package stress.transport;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestResponse;
import stress.clock.NanoClock;
import stress.measure.ErrorKind;

/**
 * The control plane through the REST client: readiness, queue metrics, clean-up. Not measured, and
 * on connections of its own, so that it neither waits behind the load nor is part of it.
 */
public final class RestControl implements Http {
  private final NanoClock clock;
  private final Executor eventLoop;
  private final Duration connectTimeout;
  private final Tls tls;

  /** A client's headers are fixed when it is built; a contract has one or two sets of them. */
  private final Map<Map<String, String>, ControlApi> clients = new HashMap<>();

  /**
   * @param eventLoop the run's own, where answers are delivered
   */
  public RestControl(NanoClock clock, Executor eventLoop, Duration connectTimeout, Tls tls) {
    this.clock = clock;
    this.eventLoop = eventLoop;
    this.connectTimeout = connectTimeout;
    this.tls = tls;
  }

  @Override
  public Uni<HttpOutcome> send(HttpCall call) {
    return Uni.createFrom().deferred(() -> exchange(call, clock.nanos())).emitOn(eventLoop);
  }

  private Uni<HttpOutcome> exchange(HttpCall call, long started) {
    return request(call)
        .onItem()
        .transform(response -> answered(response, started))
        .onFailure()
        .recoverWithItem(failure -> broken(failure, started));
  }

  private Uni<RestResponse<byte[]>> request(HttpCall call) {
    Map<String, String> headers = new HashMap<>(call.headers());
    call.contentType().ifPresent(type -> headers.put("Content-Type", type));
    ControlApi api = clients.computeIfAbsent(headers, h -> build(h, call.timeout()));
    return switch (call.method()) {
      case "GET" -> api.get(call.url());
      case "HEAD" -> api.head(call.url());
      case "DELETE" -> api.delete(call.url());
      case "POST" -> api.post(call.url(), call.body());
      case "PUT" -> api.put(call.url(), call.body());
      case "PATCH" -> api.patch(call.url(), call.body());
      default ->
          Uni.createFrom()
              .failure(
                  new IllegalArgumentException("the method " + call.method() + " is not known"));
    };
  }

  private ControlApi build(Map<String, String> headers, Duration timeout) {
    ClientRequestFilter addHeaders =
        request -> headers.forEach((name, value) -> request.getHeaders().putSingle(name, value));
    QuarkusRestClientBuilder builder = QuarkusRestClientBuilder.newBuilder();
    tls.trust().ifPresent(store -> builder.trustStore(store, Tls.password()));
    tls.identity().ifPresent(store -> builder.keyStore(store, Tls.password()));
    if (tls.insecure()) {
      builder.trustAll(true).verifyHost(false);
    }
    return builder
        .baseUri(URI.create("http://localhost"))
        .connectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        // An answer's status is for us to judge, not a reason for an exception.
        .property("microprofile.rest.client.disable.default.mapper", true)
        .register(addHeaders, ClientRequestFilter.class)
        .build(ControlApi.class);
  }

  private HttpOutcome answered(RestResponse<byte[]> response, long started) {
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<String, List<Object>> header : response.getHeaders().entrySet()) {
      headers.put(
          header.getKey().toLowerCase(Locale.ROOT), String.valueOf(header.getValue().get(0)));
    }
    return new HttpOutcome.Answered(
        response.getStatus(), headers, bytes(response), started, clock.nanos());
  }

  /** The body of an answer that is an error in the client's eyes comes as a stream in memory. */
  private static byte[] bytes(RestResponse<?> response) {
    Object entity = response.getEntity();
    if (entity instanceof byte[] bytes) {
      return bytes;
    }
    if (!(entity instanceof InputStream stream)) {
      return new byte[0];
    }
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("A body in memory cannot be read", unreadable);
    }
  }

  private HttpOutcome broken(Throwable failure, long started) {
    ErrorKind kind = FailureKinds.of(failure);
    return new HttpOutcome.Broken(
        kind, FailureKinds.detail(failure, kind), true, started, clock.nanos());
  }
}
