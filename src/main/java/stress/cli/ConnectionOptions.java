package stress.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.Option;
import stress.load.Arrival;
import stress.load.Open;
import stress.load.Overflow;
import stress.load.Rate;
import stress.load.Stage;
import stress.websocket.JobsPer;
import stress.websocket.OnEnd;

/** How many connections, how they are opened, and how long they are held. */
public final class ConnectionOptions implements Titled {
  private static final Duration USUAL_RAMP = Duration.ofSeconds(5);

  /** All at once still has an order; a millisecond is below what a network can tell. */
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  @Option(
      names = "--test-type",
      paramLabel = "TYPE",
      converter = Words.SocketTestTypes.class,
      description = "concurrent (default), throughput, errors, all")
  SocketTestType testType = SocketTestType.CONCURRENT;

  @Option(names = "--connections", paramLabel = "N", description = "Held at a time (default: 10)")
  int connections = 10;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Held so long, once all are due (default: 30s)")
  Duration duration = Duration.ofSeconds(30);

  @Option(
      names = "--ramp-up",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "All are opened within this (default: 5s)")
  Optional<Duration> rampUp = Optional.empty();

  @Option(
      names = "--connect-rate",
      paramLabel = "RATE",
      converter = RateConverter.class,
      description = "Instead: opened at this rate, such as 500/s")
  Optional<Rate> connectRate = Optional.empty();

  @Option(
      names = "--on-end",
      paramLabel = "renew|stop",
      converter = Words.OnEnds.class,
      description = "A connection whose job ended (default: renew)")
  OnEnd onEnd = OnEnd.RENEW;

  @Option(
      names = "--jobs-per",
      paramLabel = "connection|run",
      converter = Words.JobsPers.class,
      description = "One job each, or one for all (default: connection)")
  JobsPer jobsPer = JobsPer.CONNECTION;

  @Option(names = "--cleanup", description = "Cancel at the end the jobs that did not settle")
  boolean cleanup;

  /** When the connections are opened. */
  Open ramp() {
    Rate rate =
        connectRate.orElseGet(
            () -> {
              Duration within = rampUp.orElse(USUAL_RAMP);
              return new Rate(connections, (within.isZero() ? AT_ONCE : within).toNanos());
            });
    return new Open(
        List.of(Stage.endless(rate)),
        Arrival.even(),
        OptionalLong.of(connections),
        OptionalInt.empty(),
        Overflow.DROP);
  }

  /** The same as half a sentence. */
  String describe() {
    return connections
        + (connections == 1 ? " connection" : " connections")
        + connectRate
            .map(rate -> " opened at " + rate.describe())
            .orElseGet(
                () ->
                    " opened within " + stress.clock.DurationText.format(rampUp.orElse(USUAL_RAMP)))
        + ", then held for "
        + stress.clock.DurationText.format(duration);
  }

  void check() {
    UsageError.unless(connections >= 1, "--connections " + connections, "expected 1 or more");
    UsageError.unless(
        !duration.isZero(), "--duration 0", "nothing would be held; expected more than 0s");
    UsageError.unless(
        rampUp.isEmpty() || connectRate.isEmpty(),
        "--ramp-up and --connect-rate",
        "both say when connections are opened; expected one of them");
    connectRate.ifPresent(
        rate -> UsageError.unless(!rate.isSilence(), "--connect-rate", "expected more than 0"));
  }

  @Override
  public String title() {
    return "Connections";
  }
}
