package stress.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import stress.measure.Gauge;
import stress.measure.Gauges;
import stress.measure.Point;
import stress.measure.QueueClaim;
import stress.measure.ScenarioResult;

/** The queue over time, three ways: our count, the target's claim, the difference. */
final class QueueSection {
  private static final int LABEL = 22;
  private static final int COLUMN = 8;
  private static final int SPARKS = 32;

  private final ScenarioResult result;
  private final Page page;

  QueueSection(ScenarioResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  void write() {
    page.line(
        Page.padded("Queue depth", LABEL)
            + Page.right("min", COLUMN)
            + Page.right("mean", COLUMN)
            + Page.right("max", COLUMN)
            + "  over time");
    row("ours", gauges -> level(gauges, Gauge.QUEUE_OWN));
    boolean available = result.queue().flatMap(QueueClaim::source).isPresent();
    if (available) {
      row("target: waiting", gauges -> level(gauges, Gauge.QUEUE_CLAIMED));
      row("target: running", gauges -> level(gauges, Gauge.RUNNING_CLAIMED));
      row("difference", gauges -> level(gauges, Gauge.QUEUE_DIFFERENCE));
    }
    page.hanging("  ", "ours: jobs accepted and not settled. " + Sanitised.text(claim()));
  }

  private String claim() {
    if (result.queue().isEmpty()) {
      return "The target was not asked for its queue.";
    }
    QueueClaim claim = result.queue().get();
    return claim
        .unavailable()
        .map(why -> "Target's queue depth: not available (" + why + ").")
        .orElseGet(
            () ->
                "difference: ours less the target's waiting and running, as claimed at "
                    + claim.source().orElseThrow()
                    + ".");
  }

  private static OptionalDouble level(Gauges gauges, Gauge gauge) {
    OptionalLong level = gauges.get(gauge);
    return level.isPresent() ? OptionalDouble.of(level.getAsLong()) : OptionalDouble.empty();
  }

  private void row(String label, Function<Gauges, OptionalDouble> reading) {
    List<OptionalDouble> levels = new ArrayList<>();
    double sum = 0;
    double time = 0;
    for (Point point : result.points()) {
      OptionalDouble level = reading.apply(point.gauges());
      levels.add(level);
      if (level.isPresent()) {
        double length = Math.max(1, point.endNanos() - point.startNanos());
        sum += level.getAsDouble() * length;
        time += length;
      }
    }
    double mean = sum / time;
    page.line(
        Page.padded("  " + label, LABEL)
            + Page.right(figure(values(levels).min()), COLUMN)
            + Page.right(time == 0 ? Figures.NONE : Figures.number(mean), COLUMN)
            + Page.right(figure(values(levels).max()), COLUMN)
            + "  "
            + Sparkline.of(levels.stream().map(QueueSection::size).toList(), SPARKS));
  }

  /** Of a difference the row of blocks shows how far off it is, whichever way. */
  private static OptionalDouble size(OptionalDouble level) {
    return level.isEmpty() ? level : OptionalDouble.of(Math.abs(level.getAsDouble()));
  }

  private static DoubleStream values(List<OptionalDouble> levels) {
    return levels.stream().flatMapToDouble(OptionalDouble::stream);
  }

  private static String figure(OptionalDouble level) {
    return level.isEmpty() ? Figures.NONE : Figures.number(level.getAsDouble());
  }
}
