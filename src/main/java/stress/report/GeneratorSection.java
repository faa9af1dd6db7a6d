package stress.report;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import stress.measure.Counter;
import stress.measure.GeneratorHealth;
import stress.measure.ScenarioResult;
import stress.measure.Series;

/** The observer's own traffic, and whether the generator was well. */
final class GeneratorSection {
  private final ScenarioResult result;
  private final Page page;

  GeneratorSection(ScenarioResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  /** Polls and sockets, which are the observer's traffic and not the load. */
  void writeObserver() {
    page.labelled(
        "Observer",
        (polls() + sockets()).substring(2) + ": the observer's own traffic, not the load");
    PercentileTable table = new PercentileTable(page);
    if (result.of(Series.POLL_SERVICE).isEmpty() && result.of(Series.SOCKET_HANDSHAKE).isEmpty()) {
      return;
    }
    table.header("Observer's time");
    if (!result.of(Series.POLL_SERVICE).isEmpty()) {
      table.row("poll, service", result.of(Series.POLL_SERVICE));
    }
    if (!result.of(Series.SOCKET_HANDSHAKE).isEmpty()) {
      table.row("handshake", result.of(Series.SOCKET_HANDSHAKE));
    }
  }

  private String polls() {
    return result.count(Counter.POLLS) == 0 && !sockets().isEmpty()
        ? ""
        : ", "
            + Phrases.number(result.count(Counter.POLLS), "polls")
            + Phrases.some(result.count(Counter.POLL_ERRORS), "of them failed");
  }

  private String sockets() {
    long opened = result.count(Counter.SOCKETS_OPENED);
    long failed = result.count(Counter.SOCKETS_FAILED);
    return Phrases.some(opened, "sockets")
        + Phrases.some(failed, "sockets failed")
        + Phrases.some(result.count(Counter.FRAMES), "frames");
  }

  void write() {
    GeneratorHealth health = result.generator();
    page.labelled("Generator", rates(health));
    page.more(
        Phrases.number(result.count(Counter.DROPPED), "starts dropped, ")
            + Phrases.number(result.count(Counter.UNSTARTED), "never begun")
            + Phrases.some(
                result.count(Counter.CLAMPED),
                result.count(Counter.CLAMPED) == 1
                    ? "duration out of range"
                    : "durations out of range"));
    if (result.count(Counter.DROPPED) > 0) {
      page.more("dropped by --max-in-flight: the target was slow, not the generator");
    }
    if (result.count(Counter.CONNECTIONS_EXHAUSTED) > 0) {
      page.more(
          Phrases.counted(
              result.count(Counter.CONNECTIONS_EXHAUSTED),
              "connection not dialled: no descriptor or port was left",
              "connections not dialled: no descriptor or port was left"));
    }
    page.more(
        "CPU "
            + cpu(result)
            + " of one core (of "
            + health.processors()
            + "), heap peak "
            + Figures.mebibytes(health.heapPeakBytes())
            + ", GC "
            + duration(health.gcNanos()));
    if (result.of(Series.SCHEDULE_LAG).isEmpty() && result.of(Series.LOOP_LAG).isEmpty()) {
      return;
    }
    PercentileTable table = new PercentileTable(page);
    table.header("Generator's lag");
    table.row("schedule", result.of(Series.SCHEDULE_LAG));
    table.row("event loop", result.of(Series.LOOP_LAG));
  }

  private static String rates(GeneratorHealth health) {
    return health.askedPerSecond().isEmpty()
        ? "no rate was asked, offered " + rate(health.offeredPerSecond())
        : "asked " + rate(health.askedPerSecond()) + ", offered " + rate(health.offeredPerSecond());
  }

  private static String rate(OptionalDouble rate) {
    return rate.isEmpty() ? Figures.NONE : Figures.rate(rate.getAsDouble());
  }

  static String duration(OptionalLong nanos) {
    return nanos.isEmpty() ? Figures.NONE : Figures.duration(nanos.getAsLong());
  }

  /** The share of one core that the generator took. */
  static String cpu(ScenarioResult result) {
    OptionalLong nanos = result.generator().cpuNanos();
    long elapsed = result.elapsed().toNanos();
    return nanos.isEmpty() || elapsed == 0
        ? Figures.NONE
        : Figures.number(100.0 * nanos.getAsLong() / elapsed) + " %";
  }
}
