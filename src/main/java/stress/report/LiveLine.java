package stress.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.Gauge;
import stress.measure.Interval;
import stress.measure.Scenario;
import stress.measure.Series;
import stress.measure.Window;

/** How a run goes, in one line, from its latest interval and its totals so far. */
public final class LiveLine {
  private static final int LONGEST = 79;
  private static final String BETWEEN = " · ";

  private final Scenario scenario;
  private final OptionalLong expected;

  /**
   * @param expected how many starts the whole scenario has, or how many connections it holds at a
   *     time, where that is known beforehand
   */
  public LiveLine(Scenario scenario, OptionalLong expected) {
    this.scenario = scenario;
    this.expected = expected;
  }

  /**
   * The line for a terminal. What does not fit is left out from the right, in whole parts.
   *
   * @param width columns of the terminal; the line is shorter by at least one, and never longer
   *     than 79
   */
  public String render(Interval latest, Counts totals, int width) {
    int most = Math.min(LONGEST, width - 1);
    StringBuilder line = new StringBuilder();
    for (String part : parts(latest, totals)) {
      String next = line.length() == 0 ? part : BETWEEN + part;
      if (line.length() + next.length() > most) {
        break;
      }
      line.append(next);
    }
    return line.toString();
  }

  /** The line for a log, with the time since the beginning of the run. */
  public String plain(Interval latest, Counts totals) {
    return "after "
        + Figures.duration(latest.endNanos())
        + ": "
        + String.join(", ", parts(latest, totals));
  }

  private List<String> parts(Interval latest, Counts totals) {
    return switch (scenario.kind()) {
      case JOBS -> jobs(latest, totals);
      case SOCKETS -> new SocketProgress(expected).parts(latest, totals);
    };
  }

  private List<String> jobs(Interval latest, Counts totals) {
    List<String> parts = new ArrayList<>();
    long ended = totals.ended(scenario);
    parts.add(progress(ended));
    parts.add(Phrases.number(Math.max(0, totals.get(Counter.STARTED) - ended), "in flight"));
    new Window(latest.startNanos(), latest.endNanos())
        .perSecond(latest.counts().get(Counter.STARTED))
        .ifPresent(rate -> parts.add(Figures.rate(rate)));
    parts.add("p95 " + p95(latest));
    long errors = totals.submissionsFailed() + totals.jobsFailed();
    parts.add(Phrases.number(errors, errors == 1 ? "error" : "errors"));
    latest
        .gauges()
        .get(Gauge.QUEUE_OWN)
        .ifPresent(depth -> parts.add("queue " + Figures.count(depth)));
    return parts;
  }

  private String progress(long ended) {
    return expected.isPresent() && expected.getAsLong() > 0
        ? Math.min(100, 100 * ended / expected.getAsLong()) + " %"
        : Phrases.number(ended, "done");
  }

  private static String p95(Interval latest) {
    Distribution response = latest.of(Series.SUBMIT_RESPONSE);
    Distribution shown = response.isEmpty() ? latest.of(Series.SUBMIT_SERVICE) : response;
    return shown.isEmpty() ? Figures.NONE : Figures.duration(shown.percentile(95));
  }
}
