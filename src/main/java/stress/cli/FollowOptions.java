package stress.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;
import stress.job.FollowMode;
import stress.job.PollPacing;
import stress.load.Rate;

/** What is done with jobs, and how they are followed. */
public final class FollowOptions {
  @Option(
      names = "--test-type",
      paramLabel = "TYPE",
      converter = Words.TestTypes.class,
      description = "submission, end-to-end (default) or all: one after the other.")
  TestType testType = TestType.END_TO_END;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Give a job up so long after its acceptance (default: 600s).")
  Duration timeout = Duration.ofSeconds(600);

  @Option(
      names = "--follow",
      paramLabel = "HOW",
      converter = Words.FollowModes.class,
      description = "poll (default), socket, or auto: socket, then poll if it ends early.")
  FollowMode follow = FollowMode.POLL;

  @Option(
      names = "--poll-interval",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Between two looks at the same job (default: 500ms).")
  Duration pollInterval = Duration.ofMillis(500);

  @Option(
      names = "--max-poll-rate",
      paramLabel = "RATE",
      converter = RateConverter.class,
      description = "The most looks of all jobs together, such as 100/s (default: none).")
  Optional<Rate> maxPollRate = Optional.empty();

  @Option(names = "--cleanup", description = "Cancel at the end what was made and did not settle.")
  boolean cleanup;

  PollPacing pacing() {
    try {
      return new PollPacing(
          pollInterval,
          maxPollRate
              .map(rate -> OptionalDouble.of(rate.perSecond()))
              .orElseGet(OptionalDouble::empty));
    } catch (IllegalArgumentException wrong) {
      throw new UsageError("--poll-interval, --max-poll-rate: " + wrong.getMessage());
    }
  }

  void check() {
    UsageError.unless(timeout.toMillis() >= 1, "--timeout", "expected at least 1ms");
  }
}
