package stress.report;

import stress.measure.ClockOffset;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.measure.SocketFacts;

/** The latencies of messages, each under its own name, and what can be said of the clocks. */
final class LatencySection {
  private static final long EXCELLENT = 100_000_000;
  private static final long GOOD = 500_000_000;

  private final ScenarioResult result;
  private final Page page;

  LatencySection(ScenarioResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  /** Nothing where no latency could be measured. */
  void write() {
    Distribution age = result.of(Series.PUSH_AGE);
    Distribution gap = result.of(Series.GAP);
    Distribution ping = result.of(Series.PING);
    if (!age.isEmpty() || !gap.isEmpty() || !ping.isEmpty() || !echo().isEmpty()) {
      page.blank();
      PercentileTable table = new PercentileTable(page);
      table.header("Latency");
      boolean open = !result.of(Series.ECHO_RESPONSE).isEmpty();
      table.rowIfAny("echo, response", result.of(Series.ECHO_RESPONSE));
      table.rowIfAny(open ? "echo, service" : "echo", result.of(Series.ECHO_SERVICE));
      table.rowIfAny("push age", age);
      table.rowIfAny("gap", gap);
      table.rowIfAny("ping", ping);
      band();
    }
    clock(age);
    ages();
    pings();
  }

  private Distribution echo() {
    Distribution response = result.of(Series.ECHO_RESPONSE);
    return response.isEmpty() ? result.of(Series.ECHO_SERVICE) : response;
  }

  private void band() {
    if (!result.of(Series.PUSH_AGE).isEmpty()) {
      band("push age", result.of(Series.PUSH_AGE));
    } else if (!result.of(Series.PING).isEmpty()) {
      band("ping", result.of(Series.PING));
    } else if (!echo().isEmpty()) {
      band("echo", echo());
    }
  }

  private void band(String name, Distribution distribution) {
    long p95 = distribution.percentile(95);
    page.hanging("  ", name + " p95 " + Figures.duration(p95) + " – " + word(p95));
  }

  static String word(long nanos) {
    if (nanos < EXCELLENT) {
      return "< 100 ms: excellent";
    }
    return nanos <= GOOD ? "100–500 ms: good" : "> 500 ms: may indicate issues";
  }

  private void clock(Distribution age) {
    result
        .sockets()
        .flatMap(SocketFacts::clock)
        .ifPresentOrElse(
            offset -> clock(offset, age),
            () -> {
              if (!age.isEmpty()) {
                page.hanging(
                    "  ",
                    "push age: the target's clock was not compared with ours; what it is ahead or"
                        + " behind is in each age.");
              }
            });
  }

  private void clock(ClockOffset offset, Distribution age) {
    String stands =
        offset.nanos() == 0
            ? "even with ours"
            : Figures.duration(Math.abs(offset.nanos()))
                + (offset.nanos() > 0 ? " ahead of ours" : " behind ours");
    page.hanging(
        "  ",
        "target's clock "
            + stands
            + " ± "
            + Figures.duration(offset.uncertaintyNanos())
            + ", from "
            + Phrases.counted(offset.exchanges(), "exchange", "exchanges")
            + (offset.steady()
                ? ""
                : "; no one offset fits all of them: the clock moved, or several answered"));
    if (!age.isEmpty() && offset.uncertaintyNanos() > age.percentile(50)) {
      page.hanging(
          "  ",
          "The uncertainty of the clocks, ± "
              + Figures.duration(offset.uncertaintyNanos())
              + ", is larger than the p50 of push age, "
              + Figures.duration(age.percentile(50))
              + ": these ages say little.");
    }
  }

  private void ages() {
    String list =
        Phrases.some(
                result.count(Counter.AGES_NEGATIVE),
                "message seems to come from the future (in no percentile)",
                "messages seem to come from the future (in no percentile)")
            + Phrases.some(
                result.count(Counter.AGES_STALE),
                "message whose time did not move tells no age",
                "messages whose time did not move tell no age");
    if (!list.isEmpty()) {
      page.hanging("  ", "push age: " + list.substring(2));
    }
  }

  private void pings() {
    long pings = result.count(Counter.PINGS);
    long pongs = result.count(Counter.PONGS);
    if (pings != pongs) {
      page.hanging(
          "  ", "ping: " + Phrases.number(pings, "sent, ") + Phrases.number(pongs, "answered"));
    }
  }
}
