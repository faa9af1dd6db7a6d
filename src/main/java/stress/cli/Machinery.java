package stress.cli;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import stress.clock.NanoClock;
import stress.clock.SystemTimers;
import stress.clock.WallClock;
import stress.run.OwnProcess;
import stress.run.Plan;
import stress.run.Ports;
import stress.run.SocketWork;
import stress.transport.RestControl;
import stress.transport.SocketSettings;
import stress.transport.Tls;
import stress.transport.VertxHttp;
import stress.transport.VertxSockets;
import stress.transport.VertxWires;

/** The real clocks, timers and transports of one run, on one event loop. */
final class Machinery implements AutoCloseable {
  /**
   * Enough for every start of a stalled second at a high rate; the system's own limit comes first.
   */
  private static final int CONNECTIONS = 10_000;

  private final Vertx vertx;
  private final ExecutorService intervals;
  private final SystemTimers timers;
  private final VertxHttp http;
  private final VertxSockets sockets;
  private final VertxWires wires;
  private final Ports ports;

  Machinery(Vertx vertx, Duration connectTimeout, Tls tls, SocketSettings settings) {
    this.vertx = vertx;
    Context context = vertx.getOrCreateContext();
    Executor eventLoop = task -> context.runOnContext(ignored -> task.run());
    NanoClock clock = NanoClock.system();
    this.intervals = Executors.newSingleThreadExecutor(Machinery::beside);
    this.timers = new SystemTimers(clock, eventLoop);
    this.http = new VertxHttp(vertx, clock, CONNECTIONS, connectTimeout, tls);
    this.sockets = new VertxSockets(vertx, clock, settings, tls);
    this.wires = new VertxWires(vertx, clock, settings.localAddresses(), tls);
    this.ports =
        new Ports(
            clock,
            WallClock.system(),
            timers,
            eventLoop,
            intervals,
            http,
            new RestControl(clock, eventLoop, connectTimeout, tls),
            sockets,
            wires,
            new OwnProcess());
  }

  private static Thread beside(Runnable work) {
    Thread thread = new Thread(work, "stress-intervals");
    thread.setDaemon(true);
    return thread;
  }

  Ports ports() {
    return ports;
  }

  /** Runs the socket transport's code once, without the target, where the plan asks for that. */
  Uni<Void> rehearsed(Plan plan) {
    return plan.rehearse() && plan.work() instanceof SocketWork
        ? new LoopbackRehearsal(vertx, sockets, ports.eventLoop()).play()
        : Uni.createFrom().voidItem();
  }

  @Override
  public void close() {
    timers.close();
    intervals.shutdown();
    sockets.close();
    wires.close();
    http.close();
  }
}
