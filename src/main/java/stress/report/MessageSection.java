package stress.report;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import stress.measure.Counter;
import stress.measure.ScenarioResult;
import stress.measure.SocketFacts;
import stress.measure.Spread;
import stress.measure.Window;

/** Messages and bytes both ways: in all, a second, and how they are spread over connections. */
final class MessageSection {
  private static final int LABEL = 17;
  private static final int COLUMN = 15;

  private final ScenarioResult result;
  private final Page page;

  MessageSection(ScenarioResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  void write() {
    row("Messages", "n", "per second", "payload", "per second");
    counts("received", Counter.MESSAGES_IN, Counter.BYTES_IN);
    counts("sent", Counter.MESSAGES_OUT, Counter.BYTES_OUT);
    page.hanging("  ", stretch() + details());
    Optional<SocketFacts> facts = result.sockets();
    Optional<Spread> received = facts.flatMap(SocketFacts::messagesIn);
    Optional<Spread> bytes = facts.flatMap(SocketFacts::bytesIn);
    Optional<Spread> sent = facts.flatMap(SocketFacts::messagesOut);
    if (received.isPresent() || bytes.isPresent() || sent.isPresent()) {
      page.blank();
      row("Per connection", "connections", "min", "median", "max");
      spread("received", received, Figures::count);
      spread("received, bytes", bytes, Figures::bytes);
      spread("sent", sent, Figures::count);
    }
  }

  private void counts(String label, Counter messages, Counter bytes) {
    long number = result.count(messages);
    long payload = result.count(bytes);
    OptionalDouble messageRate = window().perSecond(number);
    OptionalDouble byteRate = window().perSecond(payload);
    row(
        "  " + label,
        Figures.count(number),
        messageRate.isPresent() ? Figures.rate(messageRate.getAsDouble()) : Figures.NONE,
        Figures.bytes(payload),
        byteRate.isPresent() ? Figures.bytes(byteRate.getAsDouble()) + "/s" : Figures.NONE);
  }

  private Window window() {
    return result.completions().orElse(new Window(0, result.elapsed().toNanos()));
  }

  private String stretch() {
    if (window().nanos() == 0) {
      return "Per second: no stretch of time to count over.";
    }
    return "Per second: over "
        + Figures.duration(window().nanos())
        + (result.completions().isPresent() ? ", first to last message." : ", the whole run.");
  }

  /** Frames, marks and parsing, where they say more than the messages do. */
  private String details() {
    long frames = result.count(Counter.FRAMES_IN);
    long messages = result.count(Counter.MESSAGES_IN);
    String list =
        (frames == messages ? "" : Phrases.some(frames, "frame received", "frames received"))
            + some(Counter.MESSAGES_UNSENT, "held back while too many waited for an answer")
            + some(Counter.ECHOES, "answered")
            + some(Counter.ECHOES_UNANSWERED, "not answered before their socket ended")
            + Phrases.some(
                result.count(Counter.ECHOES_UNKNOWN),
                "answer to no message of ours",
                "answers to no message of ours")
            + parsed();
    return list.isEmpty() ? "" : " " + list.substring(2) + ".";
  }

  private String parsed() {
    long parsed = result.count(Counter.PARSED);
    return parsed == 0 || parsed == result.count(Counter.MESSAGES_IN)
        ? ""
        : Phrases.some(parsed, "of the received were parsed");
  }

  private String some(Counter counter, String what) {
    return Phrases.some(result.count(counter), what);
  }

  private void spread(String label, Optional<Spread> spread, LongFunction<String> figure) {
    spread.ifPresent(
        s ->
            row(
                "  " + label,
                Figures.count(s.connections()),
                figure.apply(s.min()),
                figure.apply(s.median()),
                figure.apply(s.max())));
  }

  private void row(String label, String... columns) {
    StringBuilder line = new StringBuilder(Page.padded(label, LABEL));
    for (String column : columns) {
      line.append(' ').append(Page.right(column, COLUMN - 1));
    }
    page.line(line.toString());
  }
}
