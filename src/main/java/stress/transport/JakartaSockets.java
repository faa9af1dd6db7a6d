package stress.transport;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stress.clock.NanoClock;
import stress.measure.ErrorKind;

/**
 * WebSockets through the Jakarta client.
 *
 * <p>Its dialling call blocks, so a bounded pool of threads dials; the instant at which dialling
 * really began goes with the opened socket, so that waiting for the pool is never taken for the
 * target's slowness. Messages are stamped on the client's own event loop and passed on to the
 * run's.
 */
public final class JakartaSockets implements Sockets, AutoCloseable {
  /** The client's own limit is 65 536 bytes, which a result with a few thousand numbers exceeds. */
  static final int LONGEST_MESSAGE = 16 * 1024 * 1024;

  private static final int DIALLING = 32;
  private static final Pattern STATUS = Pattern.compile("\\b([1-5]\\d\\d)\\b");

  private final Supplier<WebSocketContainer> container;
  private final NanoClock clock;
  private final Executor eventLoop;
  private final ExecutorService dialling;

  /**
   * @param container asked for when the first socket is dialled
   * @param eventLoop the run's own, where all events are delivered
   */
  public JakartaSockets(
      Supplier<WebSocketContainer> container, NanoClock clock, Executor eventLoop) {
    this.container = container;
    this.clock = clock;
    this.eventLoop = eventLoop;
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            DIALLING, DIALLING, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
    pool.allowCoreThreadTimeOut(true);
    this.dialling = pool;
  }

  /** With the client that the class path provides, which is ready once Quarkus runs. */
  public static JakartaSockets provided(NanoClock clock, Executor eventLoop) {
    return new JakartaSockets(ContainerProvider::getWebSocketContainer, clock, eventLoop);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "stress-dial");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Multi<SocketEvent> open(SocketCall call) {
    return Multi.createFrom()
        .emitter(emitter -> new Connection(call, emitter).begin(), BackPressureStrategy.BUFFER);
  }

  /** Dials nothing any more. */
  @Override
  public void close() {
    dialling.shutdownNow();
  }

  /** One socket; dialled on the pool, then driven by the client's event loop. */
  private final class Connection extends Endpoint {
    private final SocketCall call;
    private final MultiEmitter<? super SocketEvent> emitter;
    private volatile Session session;
    private volatile boolean abandoned;
    private volatile long dialled;

    Connection(SocketCall call, MultiEmitter<? super SocketEvent> emitter) {
      this.call = call;
      this.emitter = emitter;
    }

    void begin() {
      emitter.onTermination(this::abandon);
      dialling.execute(this::dial);
    }

    private void dial() {
      if (abandoned) {
        return;
      }
      dialled = clock.nanos();
      try {
        container.get().connectToServer(this, config(), URI.create(call.url()));
      } catch (DeploymentException | IOException | RuntimeException refused) {
        last(failed(refused));
      }
    }

    private ClientEndpointConfig config() {
      ClientEndpointConfig config =
          ClientEndpointConfig.Builder.create()
              .preferredSubprotocols(call.subprotocols())
              .configurator(new AddedHeaders(call.headers()))
              .build();
      // The client's only way to bound the handshake.
      config
          .getUserProperties()
          .put(
              "io.undertow.websocket.CONNECT_TIMEOUT",
              Math.max(1, (int) call.timeout().toSeconds()));
      return config;
    }

    private SocketEvent failed(Exception failure) {
      long at = clock.nanos();
      ErrorKind kind = FailureKinds.of(failure);
      if (kind != ErrorKind.OTHER && kind != ErrorKind.CONNECTION_LOST) {
        return new SocketEvent.Failed(
            kind, OptionalInt.empty(), FailureKinds.detail(failure, kind), at);
      }
      Matcher status = STATUS.matcher(String.valueOf(failure.getMessage()));
      return status.find()
          ? new SocketEvent.Failed(
              ErrorKind.UPGRADE_REFUSED, OptionalInt.of(Integer.parseInt(status.group(1))), "", at)
          : new SocketEvent.Failed(
              kind, OptionalInt.empty(), FailureKinds.detail(failure, kind), at);
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
      long at = clock.nanos();
      session = opened;
      opened.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
      opened.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::received);
      pass(new SocketEvent.Opened(dialled, at));
      for (String message : call.firstMessages()) {
        opened.getAsyncRemote().sendText(message);
      }
      if (abandoned) {
        abandon();
      }
    }

    private void received(String text) {
      pass(new SocketEvent.Text(text, clock.nanos()));
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
      String words = reason.getReasonPhrase() == null ? "" : reason.getReasonPhrase();
      last(new SocketEvent.Closed(reason.getCloseCode().getCode(), words, clock.nanos()));
    }

    private void pass(SocketEvent event) {
      eventLoop.execute(() -> emitter.emit(event));
    }

    private void last(SocketEvent event) {
      eventLoop.execute(
          () -> {
            emitter.emit(event);
            emitter.complete();
          });
    }

    /** Nobody listens any more; also called, harmlessly, after the stream has ended by itself. */
    private void abandon() {
      abandoned = true;
      Session open = session;
      if (open != null && open.isOpen()) {
        dialling.execute(() -> closeQuietly(open));
      }
    }

    private void closeQuietly(Session open) {
      try {
        open.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
      } catch (IOException | IllegalStateException gone) {
        // The other side was faster: that it is closed is all that was wanted.
      }
    }
  }

  /** Adds a call's headers to the handshake. */
  private static final class AddedHeaders extends ClientEndpointConfig.Configurator {
    private final Map<String, String> added;

    AddedHeaders(Map<String, String> added) {
      this.added = added;
    }

    @Override
    public void beforeRequest(Map<String, List<String>> headers) {
      added.forEach((name, value) -> headers.put(name, List.of(value)));
    }
  }
}
