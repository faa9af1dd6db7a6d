package stress.transport;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import stress.clock.NanoClock;
import stress.measure.ErrorKind;

/**
 * Measured HTTP: Vert.x's client on one event loop.
 *
 * <p>Call it on the event loop that owns the run; answers come on the same one. Redirects are not
 * followed, content codings are neither asked for nor undone: what is measured is the one exchange
 * that was asked for.
 */
public final class VertxHttp implements Http {
  /** An answer longer than this is given up; the bodies of a job API are a few kilobytes. */
  static final int LONGEST_BODY = 16 * 1024 * 1024;

  private final Vertx vertx;
  private final NanoClock clock;
  private final io.vertx.core.http.HttpClient client;

  /**
   * @param connections the most connections that are open at once; further requests wait for one
   */
  public VertxHttp(
      Vertx vertx, NanoClock clock, int connections, Duration connectTimeout, Tls tls) {
    this.vertx = vertx;
    this.clock = clock;
    this.client =
        vertx.createHttpClient(
            with(tls)
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(-1)
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setKeepAliveTimeout(30));
  }

  private static HttpClientOptions with(Tls tls) {
    HttpClientOptions options =
        new HttpClientOptions().setTrustAll(tls.insecure()).setVerifyHost(!tls.insecure());
    tls.trustManager().ifPresent(manager -> options.setTrustOptions(TrustOptions.wrap(manager)));
    tls.keyManager().ifPresent(manager -> options.setKeyCertOptions(KeyCertOptions.wrap(manager)));
    return options;
  }

  @Override
  public Uni<HttpOutcome> send(HttpCall call) {
    return Uni.createFrom().emitter(emitter -> new Exchange(call, emitter).begin());
  }

  /** Closes the idle connections and aborts the others. */
  public void close() {
    client.close();
  }

  /** One request on its way; lives on the event loop. */
  private final class Exchange {
    private final HttpCall call;
    private final UniEmitter<? super HttpOutcome> emitter;
    private final long started = clock.nanos();
    private final Buffer body = Buffer.buffer();
    private HttpClientRequest request;
    private long timer;
    private boolean sent;
    private boolean done;

    Exchange(HttpCall call, UniEmitter<? super HttpOutcome> emitter) {
      this.call = call;
      this.emitter = emitter;
    }

    void begin() {
      timer = vertx.setTimer(Math.max(1, call.timeout().toMillis()), fired -> timedOut());
      emitter.onTermination(this::abandoned);
      try {
        client.request(options()).onSuccess(this::connected).onFailure(this::broke);
      } catch (RuntimeException impossible) { // an address or header that cannot be sent
        broke(impossible);
      }
    }

    private RequestOptions options() {
      RequestOptions options =
          new RequestOptions()
              .setAbsoluteURI(call.url())
              .setMethod(HttpMethod.valueOf(call.method()))
              .setFollowRedirects(false);
      call.headers().forEach(options::putHeader);
      call.contentType().ifPresent(type -> options.putHeader("Content-Type", type));
      return options;
    }

    private void connected(HttpClientRequest ready) {
      request = ready;
      if (done) {
        ready.reset();
        return;
      }
      sent = true;
      ready.exceptionHandler(this::broke);
      ready.response().onSuccess(this::answering).onFailure(this::broke);
      if (call.body().length == 0 && call.contentType().isEmpty()) {
        ready.end();
      } else {
        ready.end(Buffer.buffer(call.body()));
      }
    }

    private void answering(HttpClientResponse response) {
      response.exceptionHandler(this::broke);
      response.handler(this::received);
      response.endHandler(end -> answered(response));
    }

    private void received(Buffer part) {
      if (body.length() + part.length() > LONGEST_BODY) {
        broke(ErrorKind.BODY_TOO_LARGE, "more than 16 MiB");
        request.reset();
      } else {
        body.appendBuffer(part);
      }
    }

    private void answered(HttpClientResponse response) {
      long ended = clock.nanos();
      Map<String, String> headers = new HashMap<>();
      response
          .headers()
          .forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
      finish(
          new HttpOutcome.Answered(
              response.statusCode(), headers, body.getBytes(), started, ended));
    }

    private void timedOut() {
      broke(sent ? ErrorKind.REQUEST_TIMEOUT : ErrorKind.CONNECT_TIMEOUT, "");
      if (request != null) {
        request.reset();
      }
    }

    private void broke(Throwable failure) {
      ErrorKind kind = FailureKinds.of(failure);
      broke(kind, FailureKinds.detail(failure, kind));
    }

    private void broke(ErrorKind kind, String detail) {
      finish(new HttpOutcome.Broken(kind, detail, sent, started, clock.nanos()));
    }

    private void finish(HttpOutcome outcome) {
      if (!done) {
        done = true;
        vertx.cancelTimer(timer);
        emitter.complete(outcome);
      }
    }

    /**
     * Nobody waits any longer: the exchange is cut, so that a stopped run leaves nothing behind.
     */
    private void abandoned() {
      if (!done) {
        done = true;
        vertx.cancelTimer(timer);
        if (request != null) {
          request.reset();
        }
      }
    }
  }
}
