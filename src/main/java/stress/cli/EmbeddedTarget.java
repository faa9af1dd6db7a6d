package stress.cli;

import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import stress.clock.NanoClock;
import stress.clock.WallClock;
import stress.simulator.Simulator;
import stress.simulator.SimulatorConfig;

/** The simulator of {@code --simulate}, as long as the command runs. */
final class EmbeddedTarget implements AutoCloseable {
  private static final int SECONDS = 10;

  private final Supplier<Vertx> vertx;
  private Optional<Simulator> simulator = Optional.empty();

  EmbeddedTarget(Supplier<Vertx> vertx) {
    this.vertx = vertx;
  }

  /** Starts it; its address. */
  String start(SimulatorConfig config) {
    Simulator started = new Simulator(vertx.get(), NanoClock.system(), WallClock.system(), config);
    Waiting.on(started.start(), SECONDS, TimeUnit.SECONDS);
    simulator = Optional.of(started);
    return started.url();
  }

  @Override
  public void close() {
    simulator.ifPresent(running -> Waiting.on(running.stop(), SECONDS, TimeUnit.SECONDS));
  }
}
