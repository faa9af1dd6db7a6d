package stress.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import stress.measure.Counter;
import stress.measure.CpuQuota;
import stress.measure.GeneratorHealth;
import stress.measure.OwnHost;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.measure.Usage;
import stress.measure.Window;

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
            + traffic()
            + Phrases.some(result.count(Counter.POLL_ERRORS), "of them failed");
  }

  /** How much of what the target was asked are looks: they are a load, too. */
  private String traffic() {
    long polls = result.count(Counter.POLLS);
    long submitted = result.count(Counter.STARTED) - result.count(Counter.UNSENT);
    return polls == 0
        ? ""
        : " ("
            + new Window(0, result.elapsed().toNanos())
                .perSecond(polls).stream()
                    .mapToObj(rate -> Figures.rate(rate) + ", ")
                    .collect(Collectors.joining())
            + Figures.share(polls, polls + Math.max(0, submitted))
            + " of all requests)";
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
    host(health.host());
    lags();
  }

  private void host(OwnHost host) {
    List<String> parts = new ArrayList<>();
    host.rssPeakBytes()
        .ifPresent(bytes -> parts.add("resident at most " + Figures.mebibytes(bytes)));
    host.gcLongestNanos()
        .ifPresent(
            nanos ->
                parts.add(
                    nanos == 0 ? "no GC pause" : "no GC pause over " + Figures.duration(nanos)));
    host.waitedNanos()
        .ifPresent(nanos -> parts.add("waited for a processor " + Figures.duration(nanos)));
    host.stolenNanos()
        .ifPresent(nanos -> parts.add(nanos == 0 ? "" : "steal " + Figures.duration(nanos)));
    more(parts);
    host.quota().ifPresent(quota -> page.more(quota(quota)));
    parts.clear();
    host.descriptors().ifPresent(usage -> parts.add(left(usage, "descriptors")));
    host.ports().ifPresent(usage -> parts.add(left(usage, "local ports")));
    more(parts);
  }

  private void more(List<String> parts) {
    String line = String.join(", ", parts.stream().filter(part -> !part.isEmpty()).toList());
    if (!line.isEmpty()) {
      page.more(line);
    }
  }

  private static String quota(CpuQuota quota) {
    return "CPU quota "
        + Figures.number(100 * quota.cores())
        + " % of one core (cgroup), throttled in "
        + Figures.share(quota.throttledPeriods(), quota.periods())
        + " of "
        + Phrases.number(quota.periods(), "periods");
  }

  private static String left(Usage usage, String what) {
    return usage.left().isEmpty()
        ? "at most " + Phrases.number(usage.most(), what)
        : Figures.count(usage.left().getAsLong())
            + " of "
            + Phrases.number(usage.limit().orElseThrow(), what + " left");
  }

  private void lags() {
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
