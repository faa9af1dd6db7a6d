package stress.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** All options of {@code stress jobs}, under the headings of its help. */
public final class JobOptions {
  @ArgGroup(validate = false, order = 1, heading = "%nTarget%n")
  TargetOptions target = new TargetOptions();

  @ArgGroup(validate = false, order = 2, heading = "%nLoad%n")
  LoadOptions load = new LoadOptions();

  @ArgGroup(validate = false, order = 3, heading = "%nJobs%n")
  FollowOptions follow = new FollowOptions();

  @ArgGroup(validate = false, order = 4, heading = "%nRun%n")
  RunOptions run = new RunOptions();

  @ArgGroup(validate = false, order = 5, heading = "%nReport%n")
  OutputOptions output = new OutputOptions();

  @ArgGroup(validate = false, order = 6, heading = "%nSimulator (with --simulate)%n")
  SimulatorOptions simulator = new SimulatorOptions();

  /** What concerns the run as a whole. */
  public static final class RunOptions {
    @Option(
        names = "--seed",
        paramLabel = "N",
        description = "Same seed, same bodies (default: by chance)")
    Optional<Long> seed = Optional.empty();

    @Option(
        names = "--budget",
        paramLabel = "TIME",
        converter = DurationConverter.class,
        description = "Longest time of the whole run (default: none)")
    Optional<Duration> budget = Optional.empty();

    @Option(
        names = "--no-default-thresholds",
        description = "Do not demand submissions 100%%, jobs 99%%")
    boolean noDefaultThresholds;

    void check() {
      budget.ifPresent(
          time -> UsageError.unless(time.toMillis() >= 1, "--budget", "expected at least 1ms"));
    }
  }
}
