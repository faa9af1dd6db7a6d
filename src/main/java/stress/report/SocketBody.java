package stress.report;

import java.util.List;
import java.util.OptionalLong;
import java.util.StringJoiner;
import stress.measure.CaseResult;
import stress.measure.Counter;
import stress.measure.Gauge;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.SocketFacts;

/** What scenarios of connections have to say. */
final class SocketBody implements ScenarioSection.Body {
  private final ScenarioResult result;
  private final Page page;

  SocketBody(ScenarioResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  @Override
  public String achieved() {
    if (result.scenario() == Scenario.ERRORS) {
      return CaseSection.summary(cases());
    }
    if (result.count(Counter.CONNECTIONS_TRIED) == 0) {
      return "no connection was tried";
    }
    long lost = result.count(Counter.CONNECTIONS_LOST);
    return Figures.count(reached())
        + " of "
        + Phrases.counted(planned(), "connection", "connections")
        + (lost == 0 && reached() > 0 ? " held" : " opened")
        + Phrases.some(lost, "lost")
        + Phrases.some(result.count(Counter.CONNECTIONS_RENEWED), "renewed")
        + Phrases.some(result.count(Counter.MESSAGES_IN), "message received", "messages received")
        + Phrases.some(result.count(Counter.MESSAGES_OUT), "sent");
  }

  private long planned() {
    int planned = result.sockets().map(SocketFacts::planned).orElse(0);
    return planned > 0 ? planned : result.count(Counter.CONNECTIONS_TRIED);
  }

  /** How many were open at a time; where some took another's place, as the gauge saw it. */
  private long reached() {
    long opened = Math.min(planned(), result.count(Counter.CONNECTIONS_OPENED));
    if (result.sockets().flatMap(SocketFacts::full).isPresent()
        || result.count(Counter.CONNECTIONS_RENEWED) == 0) {
      return opened;
    }
    return result.points().stream()
        .map(point -> point.gauges().get(Gauge.CONNECTIONS_OPEN))
        .flatMapToLong(OptionalLong::stream)
        .max()
        .orElse(opened);
  }

  private List<CaseResult> cases() {
    return result.sockets().map(SocketFacts::cases).orElse(List.of());
  }

  @Override
  public void writeMeasured() {
    boolean withCases = result.scenario() == Scenario.ERRORS || !cases().isEmpty();
    if (withCases) {
      new CaseSection(cases(), page).write();
    }
    if (result.count(Counter.CONNECTIONS_TRIED) == 0) {
      if (!withCases) {
        page.labelled("Connections", "none was tried");
      }
      return;
    }
    if (withCases) {
      page.blank();
    }
    ConnectionSection connections = new ConnectionSection(result, page);
    connections.write();
    if (result.count(Counter.CONNECTIONS_OPENED) > 0) {
      page.blank();
      new MessageSection(result, page).write();
      new LatencySection(result, page).write();
    }
    connections.writeEnds();
    new FindingSection(result, page).write();
  }

  @Override
  public String conservation() {
    StringJoiner ends = new StringJoiner(" + ");
    ends.add(Phrases.number(result.count(Counter.CONNECTIONS_OPENED), "opened"));
    end(ends, Counter.CONNECTIONS_REFUSED, "refused");
    end(ends, Counter.CONNECTIONS_FAILED, "failed");
    end(ends, Counter.CONNECTIONS_EXHAUSTED, "not dialled");
    end(ends, Counter.CONNECTIONS_WITHOUT_JOB, "without a job");
    end(ends, Counter.CONNECTIONS_ABANDONED, "given up by us");
    return Phrases.number(result.count(Counter.CONNECTIONS_TRIED), "tried = ")
        + ends
        + (result.count(Counter.CONNECTIONS_OPENED) == 0 && result.unaccounted() == 0
            ? ""
            : "; " + opened());
  }

  private String opened() {
    return Phrases.number(result.count(Counter.CONNECTIONS_OPENED), "opened = ")
        + Phrases.number(result.count(Counter.CONNECTIONS_ENDED), "ended + ")
        + Phrases.number(result.count(Counter.CONNECTIONS_LOST), "lost + ")
        + Phrases.number(result.count(Counter.CONNECTIONS_CLOSED_BY_US), "closed by us");
  }

  private void end(StringJoiner ends, Counter counter, String what) {
    if (result.count(counter) != 0) {
      ends.add(Phrases.number(result.count(counter), what));
    }
  }
}
