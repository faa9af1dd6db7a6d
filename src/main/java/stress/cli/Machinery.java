package stress.cli;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Executor;
import stress.clock.NanoClock;
import stress.clock.SystemTimers;
import stress.clock.WallClock;
import stress.run.OwnProcess;
import stress.run.Ports;
import stress.transport.JakartaSockets;
import stress.transport.RestControl;
import stress.transport.VertxHttp;

/** The real clocks, timers and transports of one run, on one event loop. */
final class Machinery implements AutoCloseable {
  /**
   * Enough for every start of a stalled second at a high rate; the system's own limit comes first.
   */
  private static final int CONNECTIONS = 10_000;

  private final SystemTimers timers;
  private final VertxHttp http;
  private final JakartaSockets sockets;
  private final Ports ports;

  Machinery(Vertx vertx, Duration connectTimeout) {
    Context context = vertx.getOrCreateContext();
    Executor eventLoop = task -> context.runOnContext(ignored -> task.run());
    NanoClock clock = NanoClock.system();
    this.timers = new SystemTimers(clock, eventLoop);
    this.http = new VertxHttp(vertx, clock, CONNECTIONS, connectTimeout);
    this.sockets = JakartaSockets.provided(clock, eventLoop);
    this.ports =
        new Ports(
            clock,
            WallClock.system(),
            timers,
            eventLoop,
            http,
            new RestControl(clock, eventLoop, connectTimeout),
            sockets,
            new OwnProcess());
  }

  Ports ports() {
    return ports;
  }

  @Override
  public void close() {
    timers.close();
    sockets.close();
    http.close();
  }
}
