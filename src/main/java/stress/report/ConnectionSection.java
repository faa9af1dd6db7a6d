package stress.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import stress.measure.AddressEntry;
import stress.measure.CloseEntry;
import stress.measure.Counter;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.Gauge;
import stress.measure.Phase;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.measure.SocketFacts;

/** What became of the connections, how long opening them took, and how they ended. */
final class ConnectionSection {
  private static final int SHOWN = 10;
  private static final int LEAST_WEBSOCKET_CODE = 1_000;

  private final ScenarioResult result;
  private final Page page;

  ConnectionSection(ScenarioResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  void write() {
    outcomes();
    page.blank();
    times();
    if (result.points().stream()
        .anyMatch(point -> point.gauges().get(Gauge.CONNECTIONS_OPEN).isPresent())) {
      page.blank();
      LevelTable levels = new LevelTable(result.points(), page);
      levels.header("Open connections");
      levels.row("open", Gauge.CONNECTIONS_OPEN);
    }
  }

  private void outcomes() {
    long tried = result.count(Counter.CONNECTIONS_TRIED);
    long opened = result.count(Counter.CONNECTIONS_OPENED);
    page.labelled(
        "Connections",
        Phrases.number(tried, "tried, ")
            + Phrases.number(opened, "opened (")
            + Figures.share(opened, tried - ours())
            + ")"
            + some(Counter.CONNECTIONS_REFUSED, "refused" + statuses())
            + some(Counter.CONNECTIONS_FAILED, "failed")
            + some(Counter.CONNECTIONS_EXHAUSTED, "without a descriptor or port of ours")
            + some(Counter.CONNECTIONS_WITHOUT_JOB, "whose job was not submitted")
            + some(Counter.CONNECTIONS_ABANDONED, "given up by us"));
    if (opened > 0) {
      page.more(
          "of those opened: "
              + Phrases.number(result.count(Counter.CONNECTIONS_ENDED), "ended normally, ")
              + Phrases.number(result.count(Counter.CONNECTIONS_LOST), "lost, ")
              + Phrases.number(result.count(Counter.CONNECTIONS_CLOSED_BY_US), "closed by us")
              + some(Counter.CONNECTIONS_RENEWED, "renewed"));
    }
    long accepted = result.count(Counter.ACCEPTED);
    if (accepted + result.submissionsFailed() > 0) {
      page.more(
          Phrases.counted(accepted, "job", "jobs")
              + " submitted for them"
              + Phrases.some(result.submissionsFailed(), "not accepted"));
    }
    result
        .sockets()
        .flatMap(SocketFacts::full)
        .ifPresent(full -> page.more("all open at once after " + Figures.duration(full)));
  }

  /** What never reached the target by our own doing. */
  private long ours() {
    return result.count(Counter.CONNECTIONS_ABANDONED)
        + result.count(Counter.CONNECTIONS_EXHAUSTED);
  }

  private String some(Counter counter, String what) {
    return Phrases.some(result.count(counter), what);
  }

  /** The statuses with which upgrades were refused, as far as the signatures tell them. */
  private String statuses() {
    Map<Integer, Long> statuses = new TreeMap<>();
    result.errors().stream()
        .filter(ConnectionSection::isRefusal)
        .forEach(
            error ->
                statuses.merge(error.signature().code().orElseThrow(), error.count(), Long::sum));
    return statuses.isEmpty()
        ? ""
        : statuses.entrySet().stream()
            .limit(SHOWN)
            .map(entry -> Phrases.number(entry.getValue(), "with HTTP ") + entry.getKey())
            .collect(
                Collectors.joining(", ", " (", statuses.size() > SHOWN ? ", and others)" : ")"));
  }

  private static boolean isRefusal(ErrorEntry error) {
    boolean kind =
        switch (error.signature().kind()) {
          case UPGRADE_REFUSED, STATUS_REDIRECT, STATUS_CLIENT, STATUS_SERVER, STATUS_UNEXPECTED ->
              true;
          default -> error.signature().kind() == ErrorKind.HANDSHAKE_INVALID;
        };
    return kind
        && error.signature().phase() == Phase.SOCKET
        && error.signature().code().orElse(LEAST_WEBSOCKET_CODE) < LEAST_WEBSOCKET_CODE;
  }

  private void times() {
    PercentileTable table = new PercentileTable(page);
    table.header("Connection time");
    int rows =
        table.rowIfAny("response", result.of(Series.CONNECT_RESPONSE))
            + table.rowIfAny("handshake", result.of(Series.HANDSHAKE))
            + table.rowIfAny("  dns", result.of(Series.HANDSHAKE_DNS))
            + table.rowIfAny("  tcp", result.of(Series.HANDSHAKE_TCP))
            + table.rowIfAny("  tls", result.of(Series.HANDSHAKE_TLS))
            + table.rowIfAny("  upgrade", result.of(Series.HANDSHAKE_UPGRADE))
            + table.rowIfAny("failed", result.of(Series.CONNECT_FAILED))
            + table.rowIfAny("held", result.of(Series.CONNECTION_HELD))
            + table.rowIfAny("closing", result.of(Series.CLOSING));
    rows += table.rowIfAny("job submitted", result.of(Series.SUBMIT_SERVICE));
    if (rows == 0) {
      page.line("  no sample");
    }
    if (!result.of(Series.CONNECT_RESPONSE).isEmpty()) {
      page.line("  response: from the intended instant to open. handshake: from dialled to open.");
    }
    page.fewSamples(
        result.of(Series.HANDSHAKE).count(),
        result.of(Series.CONNECT_FAILED).count(),
        result.of(Series.ECHO_SERVICE).count(),
        result.of(Series.PUSH_AGE).count(),
        result.of(Series.GAP).count(),
        result.of(Series.PING).count());
  }

  /** How opened connections ended, and where they had gone. */
  void writeEnds() {
    List<CloseEntry> closes = result.sockets().map(SocketFacts::closes).orElse(List.of());
    if (!closes.isEmpty()) {
      page.blank();
      page.line("Closes          n   code  who, and the reason given");
      closes.stream().limit(SHOWN).forEach(this::close);
      long hidden = closes.stream().skip(SHOWN).mapToLong(CloseEntry::count).sum();
      if (closes.size() > SHOWN) {
        page.line(
            Page.right(Figures.count(hidden), 17)
                + "         in "
                + Phrases.number(closes.size() - SHOWN, "further ways"));
      }
    }
    List<AddressEntry> addresses = result.sockets().map(SocketFacts::addresses).orElse(List.of());
    if (addresses.size() > 1) {
      page.blank();
      page.line("Addresses  opened");
      addresses.stream().limit(SHOWN).forEach(this::address);
      if (addresses.size() > SHOWN) {
        page.line("                   and " + (addresses.size() - SHOWN) + " others");
      }
    }
  }

  private void close(CloseEntry close) {
    String reason = close.reason().isEmpty() ? "" : ": \"" + Sanitised.text(close.reason()) + "\"";
    page.hanging(
        Page.right(Figures.count(close.count()), 17) + Page.right("" + close.code(), 7) + "  ",
        close.by().text() + reason);
  }

  private void address(AddressEntry address) {
    page.hanging(
        Page.right(Figures.count(address.opened()), 17) + "  ",
        Sanitised.text(address.address(), 100));
  }
}
