package stress.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import stress.clock.NanoClock;
import stress.clock.WallClock;

/** An embedded job API with faults that knows the truth about what it did. */
public final class Simulator {
  private final SimulatorConfig config;

  /**
   * @param nanos the clock of {@link JobTruth}'s instants; in tests the client's own
   */
  public Simulator(Vertx vertx, NanoClock nanos, WallClock wall, SimulatorConfig config) {
    this.config = config;
  }

  /** Listens; gives the port. Fails when the address is taken. */
  public Future<Integer> start() {
    return Future.succeededFuture(config.port());
  }

  /**
   * The port it listens on.
   *
   * @throws IllegalStateException before {@link #start()} has succeeded
   */
  public int port() {
    return config.port();
  }

  /** {@code http://host:port}, with brackets around an IPv6 address. */
  public String url() {
    return "";
  }

  /** What it did until now. Any thread; does not wait. */
  public Truth truth() {
    throw new IllegalStateException("not started");
  }

  /** Closes all connections and forgets waiting jobs; {@link #truth()} stays readable. */
  public Future<Void> stop() {
    return Future.succeededFuture();
  }
}
