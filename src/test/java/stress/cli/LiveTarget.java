package stress.cli;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import stress.clock.NanoClock;
import stress.clock.WallClock;
import stress.simulator.Simulator;
import stress.simulator.SimulatorConfig;
import stress.simulator.Truth;

/** A simulator within the test, so that it can be asked what really happened. */
final class LiveTarget implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Simulator simulator;

  LiveTarget(UnaryOperator<SimulatorConfig> change) {
    simulator =
        new Simulator(
            vertx,
            NanoClock.system(),
            WallClock.system(),
            change.apply(SimulatorConfig.defaults().withJobTime("50ms").withWorkers(50)));
    Waiting.on(simulator.start(), 30, TimeUnit.SECONDS);
  }

  /** One that does nothing wrong. */
  LiveTarget() {
    this(config -> config);
  }

  static LiveTarget withFaults(String faults) {
    return new LiveTarget(config -> config.withFaults(faults));
  }

  String url() {
    return simulator.url();
  }

  Truth truth() {
    return simulator.truth();
  }

  /** Submissions received, answered or not. */
  long submissions() {
    return truth().requests().getOrDefault("submit", 0L);
  }

  @Override
  public void close() {
    Waiting.on(simulator.stop(), 30, TimeUnit.SECONDS);
    Waiting.on(vertx.close(), 30, TimeUnit.SECONDS);
  }
}
