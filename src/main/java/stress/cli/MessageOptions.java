package stress.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import stress.load.Rate;
import stress.websocket.Parsing;

/** What is sent on a connection, and what is looked at of what comes. */
public final class MessageOptions implements Titled {
  @Option(
      names = "--send",
      paramLabel = "TEXT",
      description = "Message to send and to get back; {mark} in it")
  Optional<String> send = Optional.empty();

  @Option(
      names = "--send-rate",
      paramLabel = "RATE",
      converter = RateConverter.class,
      description = "Of each connection (default: after each answer)")
  Optional<Rate> sendRate = Optional.empty();

  @Option(
      names = "--message-size",
      paramLabel = "SIZE",
      converter = SizeConverter.class,
      description = "Fill messages up to this, such as 1KiB")
  Optional<Size> messageSize = Optional.empty();

  @Option(names = "--binary", description = "Send binary messages instead of text")
  boolean binary;

  @Option(
      names = "--ping-interval",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Ping each connection (default: 5s; 0: never)")
  Duration pingInterval = Duration.ofSeconds(5);

  @Option(
      names = "--parse",
      paramLabel = "all|sample|none",
      converter = Words.Parsings.class,
      description = "Which messages are read (default: all)")
  Parsing parsing = Parsing.ALL;

  /** The options that only mean something where messages are sent. */
  List<String> sending() {
    List<String> given = new ArrayList<>();
    send.ifPresent(s -> given.add("--send"));
    sendRate.ifPresent(r -> given.add("--send-rate"));
    messageSize.ifPresent(s -> given.add("--message-size"));
    if (binary) {
      given.add("--binary");
    }
    return given;
  }

  Optional<Duration> pings() {
    return pingInterval.isZero() ? Optional.empty() : Optional.of(pingInterval);
  }

  void check() {
    UsageError.unless(
        pingInterval.isZero() || pingInterval.toMillis() >= 10,
        "--ping-interval",
        "expected at least 10ms, or 0 for no pings");
    sendRate.ifPresent(
        rate -> UsageError.unless(!rate.isSilence(), "--send-rate", "expected more than 0"));
    messageSize.ifPresent(
        size -> UsageError.unless(size.bytes() >= 1, "--message-size", "expected 1 byte or more"));
  }

  @Override
  public String title() {
    return "Messages";
  }
}
