package stress.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import stress.measure.Counter;
import stress.measure.Gauge;
import stress.measure.Point;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.measure.Summary;
import stress.measure.Window;

/** The charts of one scenario; those without a value are left out. */
final class ScenarioCharts {
  private static final double SECOND = 1e9;

  private final ScenarioResult result;
  private final List<Double> times;

  ScenarioCharts(ScenarioResult result) {
    this.result = result;
    this.times = result.points().stream().map(point -> point.endNanos() / SECOND).toList();
  }

  List<Chart> all() {
    return Stream.of(
            throughput(),
            percentiles(
                "Submission time",
                Series.SUBMIT_RESPONSE,
                "response",
                Series.SUBMIT_SERVICE,
                "service"),
            percentiles(
                "Time of a job", Series.TOTAL_HIGH, "total", Series.QUEUEING_HIGH, "queueing"),
            percentiles("Echo", Series.ECHO_RESPONSE, "response", Series.ECHO_SERVICE, "service"),
            percentiles("Push age and ping", Series.PUSH_AGE, "push age", Series.PING, "ping"),
            percentiles(
                "Connecting", Series.CONNECT_RESPONSE, "response", Series.HANDSHAKE, "handshake"),
            new PercentileCurve(result).chart(),
            queue(),
            sockets(),
            failures(),
            percentiles(
                "The generator's lag",
                Series.SCHEDULE_LAG,
                "schedule",
                Series.LOOP_LAG,
                "event loop"),
            generator())
        .filter(chart -> !chart.isEmpty())
        .toList();
  }

  private Chart throughput() {
    return Chart.overTime(
        "Throughput",
        Chart.Unit.RATE,
        times,
        some(
            rate("started", Counter.STARTED),
            rate("accepted", Counter.ACCEPTED),
            rate("succeeded", Counter.SUCCEEDED),
            rate("connections opened", Counter.CONNECTIONS_OPENED),
            rate("messages received", Counter.MESSAGES_IN),
            rate("messages sent", Counter.MESSAGES_OUT)));
  }

  private Chart queue() {
    return Chart.overTime(
        "Queue depth",
        Chart.Unit.COUNT,
        times,
        List.of(
            gauge("ours", Gauge.QUEUE_OWN, 1),
            gauge("target: waiting", Gauge.QUEUE_CLAIMED, 1),
            gauge("target: running", Gauge.RUNNING_CLAIMED, 1),
            gauge("difference", Gauge.QUEUE_DIFFERENCE, 1)));
  }

  private Chart sockets() {
    return Chart.overTime(
        "Open sockets",
        Chart.Unit.COUNT,
        times,
        List.of(
            gauge("open", Gauge.CONNECTIONS_OPEN, 1),
            gauge("opening", Gauge.CONNECTIONS_OPENING, 1)));
  }

  private Chart failures() {
    return Chart.overTime(
        "Errors over time",
        Chart.Unit.RATE,
        times,
        some(
            rate("submissions failed", point -> point.counts().submissionsFailed()),
            rate("jobs failed", point -> point.counts().jobsFailed()),
            rate("polls failed", Counter.POLL_ERRORS),
            rate("connections not opened", point -> point.counts().connectionsUnopened()),
            rate("connections lost", Counter.CONNECTIONS_LOST)));
  }

  private Chart generator() {
    return Chart.overTime(
        "The generator's CPU",
        Chart.Unit.PERCENT,
        times,
        List.of(gauge("CPU, of one core", Gauge.CPU_PERMILLE, 10)));
  }

  private Chart percentiles(
      String title, Series first, String firstName, Series second, String secondName) {
    return Chart.overTime(
        title + " over time",
        Chart.Unit.SECONDS,
        times,
        List.of(
            summary(firstName + " p50", false, first, Summary::p50),
            summary(firstName + " p95", false, first, Summary::p95),
            summary(firstName + " p99", false, first, Summary::p99),
            summary(secondName + " p50", true, second, Summary::p50),
            summary(secondName + " p95", true, second, Summary::p95),
            summary(secondName + " p99", true, second, Summary::p99)));
  }

  private Line summary(
      String label, boolean dashed, Series series, ToDoubleFunction<Summary> percentile) {
    List<OptionalDouble> values = new ArrayList<>();
    for (Point point : result.points()) {
      Summary summary = point.summaries().get(series);
      values.add(
          summary == null
              ? OptionalDouble.empty()
              : OptionalDouble.of(percentile.applyAsDouble(summary) / SECOND));
    }
    return new Line(label, dashed, values);
  }

  private Line rate(String label, Counter counter) {
    return rate(label, point -> point.counts().get(counter));
  }

  private Line rate(String label, ToLongFunction<Point> events) {
    return new Line(
        label,
        false,
        result.points().stream()
            .map(
                point ->
                    new Window(point.startNanos(), point.endNanos())
                        .perSecond(events.applyAsLong(point)))
            .toList());
  }

  private Line gauge(String label, Gauge gauge, double divisor) {
    return new Line(
        label,
        false,
        Level.of(result.points(), gauge).levels().stream()
            .map(
                level -> level.isEmpty() ? level : OptionalDouble.of(level.getAsDouble() / divisor))
            .toList());
  }

  /** Events that never came are no line at the bottom of a chart. */
  private static List<Line> some(Line... lines) {
    return Stream.of(lines).filter(line -> !line.isFlatZero()).toList();
  }
}
