package stress.transport;

import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.impl.ContextInternal;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import stress.clock.NanoClock;
import stress.measure.ErrorKind;

/** A WebSocket on its way to being open: one dial, and one more for each redirect. Event loop. */
final class Opening implements Cuttable {
  /** What all openings of a transport share. */
  record Shared(
      NanoClock clock,
      SocketSettings settings,
      Dialler dialler,
      Deflate deflate,
      SecureRandom random,
      Set<Cuttable> open) {}

  private static final int MOST_REDIRECTS = 5;

  private final Shared shared;
  private final SocketCall call;
  private final MultiEmitter<? super SocketEvent> emitter;
  private final ContextInternal context;
  private OptionalLong dialled = OptionalLong.empty();
  private Runnable untimed = () -> {};
  private int redirects;
  private Attempt attempt;
  private boolean over;

  Opening(
      Shared shared,
      SocketCall call,
      MultiEmitter<? super SocketEvent> emitter,
      ContextInternal context) {
    this.shared = shared;
    this.call = call;
    this.emitter = emitter;
    this.context = context;
  }

  void begin() {
    shared.open().add(this);
    emitter.onTermination(() -> context.emit(now -> abandoned()));
    try {
      dial(Destination.parse(call.url()), new TreeMap<>(call.headers()));
    } catch (IllegalArgumentException wrong) { // an address or header that cannot be sent
      fail(ErrorKind.OTHER, wrong.getMessage(), Optional.empty(), shared.clock().nanos());
    }
  }

  private void dial(Destination destination, Map<String, String> headers) {
    byte[] nonce = new byte[16];
    shared.random().nextBytes(nonce);
    Upgrade upgrade =
        new Upgrade(
            destination.url().hostHeader(),
            destination.target(),
            headers,
            call.subprotocols(),
            shared.deflate().offer(),
            nonce);
    attempt = new Attempt(this, shared, destination, upgrade, headers);
    attempt.dialledAs(shared.dialler().dial(destination.url(), OptionalInt.empty(), attempt));
  }

  // ---- what an attempt tells

  /** Dialling began; from the first one on, the time runs. */
  void dialling(long at) {
    if (dialled.isEmpty()) {
      dialled = OptionalLong.of(at);
      long timer =
          context.setTimer(Math.max(1, call.timeout().toMillis()), fired -> attempt.timedOut());
      untimed = () -> context.owner().cancelTimer(timer);
    }
  }

  long dialled() {
    return dialled.orElseGet(shared.clock()::nanos);
  }

  /** The attempt's socket is open and takes over. */
  OpenSocket opened(Arrival arrival) {
    leave();
    return new OpenSocket(arrival, shared.settings(), emitter, shared.open());
  }

  void tell(SocketEvent.Opened opened) {
    emitter.emit(opened);
    for (String message : call.firstMessages()) {
      opened.link().text(message.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  int redirects() {
    return redirects;
  }

  /** The target points elsewhere. */
  void redirected(Attempt from, Refusal refusal, Optional<String> location, long at) {
    if (!shared.settings().followRedirects() || location.isEmpty()) {
      String detail = location.isEmpty() ? "without a Location" : "";
      fail(ErrorKind.STATUS_REDIRECT, detail, Optional.of(refusal), at);
      return;
    }
    if (redirects == MOST_REDIRECTS) {
      fail(
          ErrorKind.STATUS_REDIRECT,
          "more than " + MOST_REDIRECTS + " redirects",
          Optional.of(refusal),
          at);
      return;
    }
    redirects++;
    from.cancel();
    try {
      Destination next = from.destination().follow(location.get());
      dial(next, next.isSameOrigin(from.destination()) ? from.headers() : new TreeMap<>());
    } catch (IllegalArgumentException wrong) {
      fail(ErrorKind.STATUS_REDIRECT, "to no address", Optional.of(refusal), at);
    }
  }

  void fail(ErrorKind kind, String detail, Optional<Refusal> answer, long at) {
    if (!over) {
      leave();
      if (attempt != null) {
        attempt.cancel();
      }
      emitter.emit(new SocketEvent.Failed(kind, detail, answer, dialled(), at));
      emitter.complete();
    }
  }

  private void leave() {
    over = true;
    untimed.run();
    shared.open().remove(this);
  }

  private void abandoned() {
    if (!over) {
      leave();
      if (attempt != null) {
        attempt.cancel();
      }
    }
  }

  @Override
  public void cut() {
    context.emit(
        now -> {
          abandoned();
          emitter.complete();
        });
  }
}
