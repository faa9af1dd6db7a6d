package stress.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.Gauge;
import stress.measure.Interval;
import stress.measure.Series;
import stress.measure.Window;

/**
 * How a socket scenario goes, as the parts of a live line.
 *
 * @param planned connections to be held at a time
 */
record SocketProgress(OptionalLong planned) {
  List<String> parts(Interval latest, Counts totals) {
    List<String> parts = new ArrayList<>();
    parts.add(open(latest, totals));
    parts.add(Phrases.number(totals.get(Counter.CONNECTIONS_OPENED), "opened"));
    parts.add(Phrases.number(totals.get(Counter.CONNECTIONS_LOST), "lost"));
    long unopened = totals.connectionsUnopened();
    if (unopened > 0) {
      parts.add(Phrases.number(unopened, "not opened"));
    }
    new Window(latest.startNanos(), latest.endNanos())
        .perSecond(latest.counts().get(Counter.MESSAGES_IN))
        .ifPresent(rate -> parts.add(Figures.number(rate) + " msg/s"));
    p95(latest, parts);
    return parts;
  }

  private String open(Interval latest, Counts totals) {
    OptionalLong gauge = latest.gauges().get(Gauge.CONNECTIONS_OPEN);
    long open =
        gauge.isPresent()
            ? gauge.getAsLong()
            : totals.get(Counter.CONNECTIONS_OPENED)
                - totals.get(Counter.CONNECTIONS_ENDED)
                - totals.get(Counter.CONNECTIONS_LOST)
                - totals.get(Counter.CONNECTIONS_CLOSED_BY_US);
    return planned.isPresent() && planned.getAsLong() > 0
        ? Figures.count(open) + "/" + Phrases.number(planned.getAsLong(), "open")
        : Phrases.number(open, "open");
  }

  /** The interval's age, or else its echo; nothing where neither is measured. */
  private static void p95(Interval latest, List<String> parts) {
    Distribution age = latest.of(Series.PUSH_AGE);
    Distribution response = latest.of(Series.ECHO_RESPONSE);
    Distribution echo = response.isEmpty() ? latest.of(Series.ECHO_SERVICE) : response;
    if (!age.isEmpty()) {
      parts.add("age p95 " + Figures.duration(age.percentile(95)));
    } else if (!echo.isEmpty()) {
      parts.add("echo p95 " + Figures.duration(echo.percentile(95)));
    }
  }
}
