package stress.simulator;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import stress.clock.NanoClock;
import stress.clock.SystemTimers;
import stress.clock.Timers;
import stress.clock.WallClock;

/** An embedded job API with faults that knows the truth about what it did. */
public final class Simulator {
  private static final long FAREWELL_NANOS = 1_000_000_000L;
  private final Vertx vertx;
  private final NanoClock nanos;
  private final WallClock wall;
  private final SimulatorConfig config;
  private final Tally tally = new Tally();
  private volatile Optional<Running> running = Optional.empty();
  private volatile Optional<Future<Void>> stopped = Optional.empty();

  private record Running(Server server, String deployment) {}

  /**
   * @param nanos the clock of {@link JobTruth}'s instants; in tests the client's own
   * @param wall read once at the start: clients are told times that follow {@code nanos} from there
   */
  public Simulator(Vertx vertx, NanoClock nanos, WallClock wall, SimulatorConfig config) {
    this.vertx = vertx;
    this.nanos = nanos;
    this.wall = wall;
    this.config = config;
  }

  /** Listens, on an event loop of its own; gives the port. Fails when the address is taken. */
  public Future<Integer> start() {
    Server server = new Server();
    return vertx
        .deployVerticle(server)
        .map(
            deployment -> {
              running = Optional.of(new Running(server, deployment));
              return server.port;
            });
  }

  private Running started() {
    return running.orElseThrow(
        () -> new IllegalStateException("the simulator is not started; call start() first"));
  }

  /**
   * The port it listens on.
   *
   * @throws IllegalStateException before {@link #start()} has succeeded
   */
  public int port() {
    return started().server().port;
  }

  /** {@code http://host:port}, https with TLS, with brackets around an IPv6 address. */
  public String url() {
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return (config.tls().isPresent() ? "https://" : "http://") + host + ":" + port();
  }

  /**
   * What it did until now. Any thread; does not wait.
   *
   * @throws IllegalStateException before {@link #start()} has succeeded
   */
  public Truth truth() {
    return tally.truth(started().server().desk.truths());
  }

  /**
   * Closes all sockets with 1001, waits up to 1 s for the clients' answers, then closes all
   * connections and forgets waiting jobs; {@link #truth()} stays readable. Never started: no
   * effect.
   */
  public Future<Void> stop() {
    tally.sockets().finish();
    if (stopped.isEmpty()) {
      stopped =
          running.map(
              started ->
                  started
                      .server()
                      .farewell()
                      .compose(left -> vertx.undeploy(started.deployment())));
    }
    return stopped.orElseGet(Future::succeededFuture);
  }

  /** The part that lives on the event loop. */
  private final class Server extends AbstractVerticle {
    private final ThreadPoolExecutor pool = pool(config);
    private SystemTimers precise;
    private Desk desk;
    private Upgrades upgrades;
    private Timers timers;
    private int port;

    @Override
    public void start(Promise<Void> promise) {
      Instants instants = new Instants(nanos.nanos(), wall.now().plus(config.clockOffset()));
      Chance chance = new Chance(config.seed());
      precise = new SystemTimers(nanos, this::onLoop);
      PooledComputation computation = new PooledComputation(this::onPool, this::onLoop, chance);
      LongFunction<String> ids =
          config.personality() == Personality.OTHER
              ? OtherDialect::id
              : index -> MonteCarloDialect.id(chance, index);
      desk = new Desk(config, nanos, precise, tally, instants, computation, ids);
      listen(front(instants), promise);
    }

    private HttpFront front(Instants instants) {
      Dialect dialect = dialect(desk, instants, config);
      long origin = nanos.nanos();
      timers = new LoopTimers(vertx, nanos);
      Gate gate = new Gate(nanos, timers, tally, config.faults().of("server"));
      upgrades =
          new Upgrades(
              dialect, tally.sockets(), () -> nanos.nanos() - origin, config.largestMessage());
      TruthJson json = new TruthJson(instants);
      return new HttpFront(
          dialect,
          desk,
          tally,
          gate,
          new SocketFront(dialect, desk, tally, gate, upgrades, nanos, timers, precise, config),
          new TalkFront(dialect, tally, gate, upgrades, nanos, precise, instants, config),
          all -> vertx.executeBlocking(() -> json.of(tally.truth(desk.truths()), all), false),
          nanos,
          timers,
          config);
    }

    /** Any thread. */
    private Future<Void> farewell() {
      Promise<Void> left = Promise.promise();
      onLoop(() -> upgrades.farewell(timers, nanos.nanos() + FAREWELL_NANOS).onComplete(left));
      return left.future();
    }

    private void listen(HttpFront front, Promise<Void> promise) {
      HttpServerOptions options =
          new HttpServerOptions()
              // Waiting for an upgrade to HTTP/2 leaves a new connection without a handler for its
              // failures, which then go to the log.
              .setHttp2ClearTextEnabled(false)
              .setHost(config.host())
              .setPort(config.port())
              .setHandle100ContinueAutomatically(true)
              .setPerMessageWebSocketCompressionSupported(false)
              .setPerFrameWebSocketCompressionSupported(false)
              .setMaxWebSocketFrameSize(config.largestFrame())
              .setMaxWebSocketMessageSize(config.largestMessage())
              .setAcceptBacklog(4096);
      config.tls().ifPresent(tls -> tls.serve(options));
      Future<HttpServer> listening =
          vertx.createHttpServer(options).requestHandler(front::handle).listen();
      listening
          .onFailure(failed -> release())
          .<Void>map(
              server -> {
                port = server.actualPort();
                return null;
              })
          .onComplete(promise);
    }

    @Override
    public void stop() {
      release();
    }

    private void release() {
      precise.close();
      pool.shutdownNow();
    }

    private void onLoop(Runnable task) {
      context.runOnContext(unused -> task.run());
    }

    private void onPool(Runnable task) {
      try {
        pool.execute(task);
      } catch (RejectedExecutionException stopped) {
        return; // jobs of a stopped simulator are of no interest
      }
    }
  }

  private static Dialect dialect(Desk desk, Instants instants, SimulatorConfig config) {
    return switch (config.personality()) {
      case MONTE_CARLO -> new MonteCarloDialect(desk, instants, config, false);
      case MONTE_CARLO_OPEN -> new MonteCarloDialect(desk, instants, config, true);
      case MONTE_CARLO_ASYNC -> new AsyncDialect(desk, instants, config);
      case OTHER -> new OtherDialect(desk, instants, config);
    };
  }

  /**
   * One thread beside set service times; as many as jobs run, but no more than cores, to compute.
   */
  private static ThreadPoolExecutor pool(SimulatorConfig config) {
    boolean computes = config.jobTime() instanceof ServiceTime.Compute;
    int cores = Runtime.getRuntime().availableProcessors();
    int threads = computes ? Math.min(config.workers(), cores) : 1;
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        work -> {
          Thread thread = new Thread(work, "stress-simulator-compute");
          thread.setDaemon(true);
          return thread;
        });
  }
}
