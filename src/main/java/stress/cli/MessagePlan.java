package stress.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stress.clock.DurationText;
import stress.contract.Api;
import stress.measure.Scenario;
import stress.run.SendPlan;
import stress.websocket.MessageSource;
import stress.websocket.SendPace;

/** What is sent and looked at: of the command line, else of the contract. */
final class MessagePlan {
  private final MessageOptions options;
  private final boolean throughput;
  private final boolean contractSends;

  /**
   * @throws UsageError when something is asked for that nothing would send
   */
  MessagePlan(MessageOptions options, List<Scenario> scenarios, Api api) {
    this.options = options;
    this.throughput = scenarios.contains(Scenario.THROUGHPUT);
    this.contractSends = api.findSocket().flatMap(socket -> socket.echo()).isPresent();
    UsageError.unless(
        throughput || options.sending().isEmpty(),
        String.join(" and ", options.sending()),
        "only the throughput scenario sends messages; expected --test-type throughput or all");
    options.send.ifPresent(
        text ->
            UsageError.unless(
                text.contains(MessageSource.PLACE),
                "--send '" + text + "'",
                "expected " + MessageSource.PLACE + " in it, by which the answer is known"));
  }

  /** What the throughput scenario sends, if it sends. */
  Optional<SendPlan> sending() {
    if (!throughput || (!contractSends && options.sending().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new SendPlan(
            options.send,
            options.binary,
            options.messageSize.map(size -> Math.toIntExact(size.bytes())).orElse(0),
            options
                .sendRate
                .<SendPace>map(SendPace.Open::new)
                .orElseGet(() -> new SendPace.Closed(Duration.ZERO))));
  }

  /** The same in words. */
  String describe() {
    List<String> parts = new ArrayList<>();
    if (throughput) {
      parts.add(sending().map(this::sent).orElse("received, none sent"));
    }
    parts.add(
        options
            .pings()
            .map(interval -> "a ping every " + DurationText.format(interval))
            .orElse("no pings"));
    parts.add(
        switch (options.parsing) {
          case ALL -> "all messages read";
          case SAMPLE -> "one message in ten read";
          case NONE -> "no message read";
        });
    return String.join(", ", parts);
  }

  private String sent(SendPlan plan) {
    String what =
        plan.text().isPresent()
            ? "--send"
            : contractSends ? "the contract's message" : "a mark alone";
    return what
        + (plan.size() > 0 ? " filled to " + new Size(plan.size()) : "")
        + (plan.binary() ? ", binary" : "")
        + (options.sendRate.isPresent()
            ? ", " + options.sendRate.get().describe() + " on each connection"
            : ", the next when the answer is there");
  }
}
