package stress.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What concerns a run as a whole. */
public final class RunOptions implements Titled {
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

  void check() {
    budget.ifPresent(
        time -> UsageError.unless(time.toMillis() >= 1, "--budget", "expected at least 1ms"));
  }

  @Override
  public String title() {
    return "Run";
  }
}
