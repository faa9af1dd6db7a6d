package stress.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything that decides how a simulator behaves.
 *
 * @param host address to listen on; loopback unless somebody wants to be reached from elsewhere
 * @param port 0 for any free one
 * @param personality which API it pretends to be
 * @param workers how many jobs run at a time, at least 1
 * @param jobTime how long a job runs
 * @param faults what goes wrong
 * @param seed decides service times, simulations and faults
 * @param lookInterval how often a progress socket looks for a change
 * @param heartbeat the longest silence of a progress socket while its job does not change
 * @param frameInterval pause between frames of the personality {@code monte-carlo-async}
 * @param clockOffset how far its time of day is ahead in all that it says; negative when behind
 * @param largestFrame bytes of the largest WebSocket frame that it takes; what it sends on echo and
 *     progress sockets it cuts into such frames
 * @param largestMessage bytes of the largest WebSocket message that it takes
 * @param tls serves https and wss with it instead of http and ws
 */
public record SimulatorConfig(
    String host,
    int port,
    Personality personality,
    int workers,
    ServiceTime jobTime,
    Faults faults,
    long seed,
    Duration lookInterval,
    Duration heartbeat,
    Duration frameInterval,
    Duration clockOffset,
    int largestFrame,
    int largestMessage,
    Optional<SimulatorTls> tls) {

  public SimulatorConfig {
    if (host.isBlank()) {
      throw new IllegalArgumentException("the simulator's host is empty; expected an address");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "the simulator's port is " + port + "; expected 0 (any free one) to 65535");
    }
    if (workers < 1) {
      throw new IllegalArgumentException(
          "the simulator has " + workers + " workers; expected at least 1");
    }
    positive("look interval", lookInterval);
    positive("heartbeat", heartbeat);
    positive("frame interval", frameInterval);
    if (largestFrame < 125 || largestMessage < largestFrame) {
      throw new IllegalArgumentException(
          "the simulator takes frames of "
              + largestFrame
              + " bytes and messages of "
              + largestMessage
              + "; expected at least 125, and messages no smaller than frames");
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "the simulator's " + name + " is " + value + "; expected more than 0");
    }
  }

  /** 127.0.0.1, a free port, {@code monte-carlo}, 4 workers, 250 ms a job, no faults, seed 1. */
  public static SimulatorConfig defaults() {
    return new SimulatorConfig(
        "127.0.0.1",
        0,
        Personality.MONTE_CARLO,
        Personality.MONTE_CARLO.usualWorkers(),
        ServiceTime.parse("250ms"),
        Faults.none(),
        1,
        Duration.ofMillis(200),
        Duration.ofMillis(400),
        Duration.ofSeconds(1),
        Duration.ZERO,
        65_536,
        1 << 20,
        Optional.empty());
  }

  public SimulatorConfig withHost(String value) {
    return with(draft -> draft.host = value);
  }

  public SimulatorConfig withPort(int value) {
    return with(draft -> draft.port = value);
  }

  public SimulatorConfig withPersonality(Personality value) {
    return with(draft -> draft.personality = value);
  }

  public SimulatorConfig withWorkers(int value) {
    return with(draft -> draft.workers = value);
  }

  public SimulatorConfig withJobTime(ServiceTime value) {
    return with(draft -> draft.jobTime = value);
  }

  public SimulatorConfig withJobTime(String value) {
    return withJobTime(ServiceTime.parse(value));
  }

  public SimulatorConfig withFaults(Faults value) {
    return with(draft -> draft.faults = value);
  }

  public SimulatorConfig withFaults(String value) {
    return withFaults(Faults.parse(value));
  }

  public SimulatorConfig withSeed(long value) {
    return with(draft -> draft.seed = value);
  }

  public SimulatorConfig withLookInterval(Duration value) {
    return with(draft -> draft.lookInterval = value);
  }

  public SimulatorConfig withHeartbeat(Duration value) {
    return with(draft -> draft.heartbeat = value);
  }

  public SimulatorConfig withFrameInterval(Duration value) {
    return with(draft -> draft.frameInterval = value);
  }

  public SimulatorConfig withClockOffset(Duration value) {
    return with(draft -> draft.clockOffset = value);
  }

  public SimulatorConfig withTls(SimulatorTls value) {
    return with(draft -> draft.tls = Optional.of(value));
  }

  private SimulatorConfig with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }

  /** A copy of which one member is changed. */
  private static final class Draft {
    private String host;
    private int port;
    private Personality personality;
    private int workers;
    private ServiceTime jobTime;
    private Faults faults;
    private long seed;
    private Duration lookInterval;
    private Duration heartbeat;
    private Duration frameInterval;
    private Duration clockOffset;
    private int largestFrame;
    private int largestMessage;
    private Optional<SimulatorTls> tls;

    private Draft(SimulatorConfig config) {
      host = config.host;
      port = config.port;
      personality = config.personality;
      workers = config.workers;
      jobTime = config.jobTime;
      faults = config.faults;
      seed = config.seed;
      lookInterval = config.lookInterval;
      heartbeat = config.heartbeat;
      frameInterval = config.frameInterval;
      clockOffset = config.clockOffset;
      largestFrame = config.largestFrame;
      largestMessage = config.largestMessage;
      tls = config.tls;
    }

    private SimulatorConfig done() {
      return new SimulatorConfig(
          host,
          port,
          personality,
          workers,
          jobTime,
          faults,
          seed,
          lookInterval,
          heartbeat,
          frameInterval,
          clockOffset,
          largestFrame,
          largestMessage,
          tls);
    }
  }
}
