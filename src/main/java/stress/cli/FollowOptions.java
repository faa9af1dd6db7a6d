package stress.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;
import stress.job.FollowMode;
import stress.job.PollPacing;
import stress.load.Rate;

/** What is done with jobs, and how they are followed. */
public final class FollowOptions implements Titled {
  @Option(
      names = "--test-type",
      paramLabel = "TYPE",
      converter = Words.TestTypes.class,
      description = "submission, end-to-end (default), all (both)")
  TestType testType = TestType.END_TO_END;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Give up a job after this (default: 600s)")
  Duration timeout = Duration.ofSeconds(600);

  @Option(
      names = "--follow",
      paramLabel = "HOW",
      converter = Words.FollowModes.class,
      description = "poll (default), socket, auto: socket, then poll")
  FollowMode follow = FollowMode.POLL;

  @Option(
      names = "--poll-interval",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Between looks at one job (default: 500ms)")
  Duration pollInterval = Duration.ofMillis(500);

  @Option(
      names = "--max-poll-rate",
      paramLabel = "RATE",
      converter = RateConverter.class,
      description = "Of all looks, such as 100/s (default: none)")
  Optional<Rate> maxPollRate = Optional.empty();

  @Option(names = "--cleanup", description = "Cancel at the end what did not settle")
  boolean cleanup;

  PollPacing pacing() {
    return new PollPacing(
        pollInterval,
        maxPollRate
            .map(rate -> OptionalDouble.of(rate.perSecond()))
            .orElseGet(OptionalDouble::empty));
  }

  void check() {
    UsageError.unless(timeout.toMillis() >= 1, "--timeout", "expected at least 1ms");
    UsageError.unless(pollInterval.toMillis() >= 1, "--poll-interval", "expected at least 1ms");
    maxPollRate.ifPresent(
        rate -> UsageError.unless(rate.perSecond() > 0, "--max-poll-rate", "expected more than 0"));
  }

  @Override
  public String title() {
    return "Jobs";
  }
}
