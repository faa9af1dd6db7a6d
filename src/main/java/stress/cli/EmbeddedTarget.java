package stress.cli;

import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import stress.clock.NanoClock;
import stress.clock.WallClock;
import stress.simulator.Simulator;

/** The simulator of {@code --simulate}, as long as the command runs. */
final class EmbeddedTarget implements AutoCloseable {
  private static final int SECONDS = 10;

  private final Supplier<Vertx> vertx;
  private final JobOptions.EmbeddedSimulator options;
  private final long seed;
  private Optional<Simulator> simulator = Optional.empty();

  EmbeddedTarget(Supplier<Vertx> vertx, JobOptions.EmbeddedSimulator options, long seed) {
    this.vertx = vertx;
    this.options = options;
    this.seed = seed;
  }

  /** Starts it if it was asked for; its address. */
  Optional<String> start() {
    if (!options.simulate) {
      return Optional.empty();
    }
    Simulator started =
        new Simulator(
            vertx.get(), NanoClock.system(), WallClock.system(), options.options.toConfig(seed));
    Waiting.on(started.start(), SECONDS, TimeUnit.SECONDS);
    simulator = Optional.of(started);
    return Optional.of(started.url());
  }

  @Override
  public void close() {
    simulator.ifPresent(running -> Waiting.on(running.stop(), SECONDS, TimeUnit.SECONDS));
  }
}
