package stress.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import stress.simulator.Faults;
import stress.simulator.Personality;
import stress.simulator.ServiceTime;
import stress.simulator.SimulatorConfig;

/** How the embedded job API behaves: a mixin for the commands that can start it. */
public final class SimulatorOptions {
  @Option(
      names = "--personality",
      paramLabel = "NAME",
      converter = PersonalityConverter.class,
      description =
          "Which API to simulate: monte-carlo (default), monte-carlo-open (never closes its sockets),"
              + " monte-carlo-async or other.")
  private Personality personality = Personality.MONTE_CARLO;

  @Option(
      names = "--sim-workers",
      paramLabel = "N",
      description = "How many simulated jobs run at a time (default: 4; monte-carlo-async: 2).")
  private Optional<Integer> workers = Optional.empty();

  @Option(
      names = "--job-time",
      paramLabel = "TIME",
      converter = ServiceTimeConverter.class,
      description =
          "How long a simulated job runs: 250ms (default), uniform(100ms,300ms), exponential(200ms),"
              + " lognormal(300ms,0.5) (median, sigma) or compute (as long as it takes).")
  private ServiceTime jobTime = ServiceTime.parse("250ms");

  @Option(
      names = "--faults",
      paramLabel = "FAULTS",
      converter = FaultsConverter.class,
      description =
          "What goes wrong, for example 'submit.status=503:5%%; submit.delay=200ms:10%%;"
              + " socket.close=1011:1%%; server.stall=2s@5s' (default: nothing).")
  private Faults faults = Faults.none();

  /**
   * The configuration that these options ask for, on a free port of 127.0.0.1.
   *
   * @throws IllegalArgumentException when a number is out of range
   */
  public SimulatorConfig toConfig(long seed) {
    return SimulatorConfig.defaults()
        .withPersonality(personality)
        .withWorkers(workers.orElse(personality.usualWorkers()))
        .withJobTime(jobTime)
        .withFaults(faults)
        .withSeed(seed);
  }
}
