package stress.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import stress.simulator.Faults;
import stress.simulator.Personality;
import stress.simulator.ServiceTime;
import stress.simulator.SimulatorConfig;

/** How the embedded job API behaves: a mixin for the commands that can start it. */
public final class SimulatorOptions implements Titled {
  @Option(
      names = "--personality",
      paramLabel = "NAME",
      converter = PersonalityConverter.class,
      description = "Which API it is (default: monte-carlo)")
  private Optional<Personality> personality = Optional.empty();

  @Option(
      names = "--sim-workers",
      paramLabel = "N",
      description = "Its jobs at a time (default: 4, async: 2)")
  private Optional<Integer> workers = Optional.empty();

  @Option(
      names = "--job-time",
      paramLabel = "TIME",
      converter = ServiceTimeConverter.class,
      description = "How long its jobs run (default: 250ms)")
  private Optional<ServiceTime> jobTime = Optional.empty();

  @Option(
      names = "--faults",
      paramLabel = "FAULTS",
      converter = FaultsConverter.class,
      description = "What goes wrong: see 'stress simulate --help'")
  private Optional<Faults> faults = Optional.empty();

  @Option(
      names = "--sim-clock-offset",
      paramLabel = "D",
      converter = OffsetConverter.class,
      description = "Its clock is ahead by 2s or -2s (default: 0s)")
  private Optional<Duration> clockOffset = Optional.empty();

  /**
   * The configuration that these options ask for, on a free port of 127.0.0.1.
   *
   * @throws UsageError when there are no workers
   */
  public SimulatorConfig toConfig(long seed) {
    workers.ifPresent(n -> UsageError.unless(n >= 1, "--sim-workers " + n, "expected 1 or more"));
    Personality api = personality.orElse(Personality.MONTE_CARLO);
    SimulatorConfig config =
        SimulatorConfig.defaults()
            .withPersonality(api)
            .withWorkers(workers.orElse(api.usualWorkers()))
            .withFaults(faults.orElse(Faults.none()))
            .withClockOffset(clockOffset.orElse(Duration.ZERO))
            .withSeed(seed);
    return jobTime.map(config::withJobTime).orElse(config);
  }

  /** The names of the options that were given. */
  List<String> given() {
    List<String> given = new ArrayList<>();
    personality.ifPresent(p -> given.add("--personality"));
    workers.ifPresent(w -> given.add("--sim-workers"));
    jobTime.ifPresent(t -> given.add("--job-time"));
    faults.ifPresent(f -> given.add("--faults"));
    clockOffset.ifPresent(o -> given.add("--sim-clock-offset"));
    return given;
  }

  @Override
  public String title() {
    return "Simulator (with --simulate)";
  }
}
