package stress.simulator;

import java.time.Duration;

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
    Duration frameInterval) {

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
        Duration.ofSeconds(1));
  }

  public SimulatorConfig withHost(String value) {
    return new SimulatorConfig(
        value,
        port,
        personality,
        workers,
        jobTime,
        faults,
        seed,
        lookInterval,
        heartbeat,
        frameInterval);
  }

  public SimulatorConfig withPort(int value) {
    return new SimulatorConfig(
        host,
        value,
        personality,
        workers,
        jobTime,
        faults,
        seed,
        lookInterval,
        heartbeat,
        frameInterval);
  }

  public SimulatorConfig withPersonality(Personality value) {
    return new SimulatorConfig(
        host, port, value, workers, jobTime, faults, seed, lookInterval, heartbeat, frameInterval);
  }

  public SimulatorConfig withWorkers(int value) {
    return new SimulatorConfig(
        host,
        port,
        personality,
        value,
        jobTime,
        faults,
        seed,
        lookInterval,
        heartbeat,
        frameInterval);
  }

  public SimulatorConfig withJobTime(ServiceTime value) {
    return new SimulatorConfig(
        host,
        port,
        personality,
        workers,
        value,
        faults,
        seed,
        lookInterval,
        heartbeat,
        frameInterval);
  }

  public SimulatorConfig withJobTime(String value) {
    return withJobTime(ServiceTime.parse(value));
  }

  public SimulatorConfig withFaults(Faults value) {
    return new SimulatorConfig(
        host,
        port,
        personality,
        workers,
        jobTime,
        value,
        seed,
        lookInterval,
        heartbeat,
        frameInterval);
  }

  public SimulatorConfig withFaults(String value) {
    return withFaults(Faults.parse(value));
  }

  public SimulatorConfig withSeed(long value) {
    return new SimulatorConfig(
        host,
        port,
        personality,
        workers,
        jobTime,
        faults,
        value,
        lookInterval,
        heartbeat,
        frameInterval);
  }

  public SimulatorConfig withLookInterval(Duration value) {
    return new SimulatorConfig(
        host, port, personality, workers, jobTime, faults, seed, value, heartbeat, frameInterval);
  }

  public SimulatorConfig withHeartbeat(Duration value) {
    return new SimulatorConfig(
        host,
        port,
        personality,
        workers,
        jobTime,
        faults,
        seed,
        lookInterval,
        value,
        frameInterval);
  }

  public SimulatorConfig withFrameInterval(Duration value) {
    return new SimulatorConfig(
        host, port, personality, workers, jobTime, faults, seed, lookInterval, heartbeat, value);
  }
}
