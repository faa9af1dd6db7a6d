package stress.transport;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import stress.clock.NanoClock;

/**
 * WebSockets on the run's own Vert.x event loop, with Netty's frame codec.
 *
 * <p>Subscribe on that loop, and call a socket's link there. Dialling never blocks. An answer of
 * the target is stamped when its bytes are read, before they are decoded.
 */
public final class VertxSockets implements Sockets, AutoCloseable {
  private final VertxInternal vertx;
  private final Opening.Shared shared;

  /**
   * @throws IllegalArgumentException when a local address of the settings is no address
   */
  public VertxSockets(Vertx vertx, NanoClock clock, SocketSettings settings, Tls tls) {
    this.vertx = (VertxInternal) vertx;
    Set<Cuttable> open = ConcurrentHashMap.newKeySet();
    this.shared =
        new Opening.Shared(
            clock,
            settings,
            new Dialler(vertx, clock, settings.localAddresses(), tls),
            new Deflate(settings.deflate(), settings.maxMessage()),
            new SecureRandom(),
            open);
  }

  @Override
  public Multi<SocketEvent> open(SocketCall call) {
    return Multi.createFrom()
        .emitter(
            emitter -> {
              ContextInternal context = vertx.getOrCreateContext();
              new Opening(shared, call, emitter, context).begin();
            },
            // Of a consumer that takes what comes at once, the buffer holds nothing.
            BackPressureStrategy.BUFFER);
  }

  /** Cuts what is open and gives up what is being dialled. Any thread. */
  @Override
  public void close() {
    shared.open().forEach(Cuttable::cut);
  }
}
