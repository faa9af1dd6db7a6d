package stress.report;

import java.util.List;
import java.util.OptionalDouble;
import stress.measure.Monitored;
import stress.measure.ScenarioResult;

/** What was read of the target beside the scenario, one level a row; nothing where nothing was. */
final class MonitorSection {
  private static final int LABEL = 22;
  private static final int COLUMN = 9;
  private static final int SPARKS = 29;

  private final ScenarioResult result;
  private final Page page;

  MonitorSection(ScenarioResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  void write() {
    if (result.monitored().isEmpty()) {
      return;
    }
    page.line(
        Page.padded("Target's resources", LABEL)
            + Page.right("min", COLUMN)
            + Page.right("mean", COLUMN)
            + Page.right("max", COLUMN)
            + "  over time");
    result.monitored().forEach(this::row);
    List<String> sources = result.monitored().stream().map(Monitored::source).distinct().toList();
    page.hanging("  ", Sanitised.text("read once a second from " + String.join(", ", sources)));
    page.blank();
  }

  private void row(Monitored one) {
    double[] values = one.values();
    List<OptionalDouble> levels =
        one.readings().stream()
            .map(reading -> OptionalDouble.of(Math.abs(reading.value())))
            .toList();
    String label =
        Sanitised.text(one.name(), LABEL - 3)
            + (one.most().isPresent() ? " of " + Figures.number(one.most().getAsDouble()) : "");
    page.line(
        Page.padded("  " + label, LABEL)
            + Page.right(figure(one, java.util.Arrays.stream(values).min()), COLUMN)
            + Page.right(figure(one, one.mean()), COLUMN)
            + Page.right(figure(one, java.util.Arrays.stream(values).max()), COLUMN)
            + "  "
            + Sparkline.of(levels, SPARKS));
  }

  private static String figure(Monitored one, OptionalDouble value) {
    if (value.isEmpty()) {
      return Figures.NONE;
    }
    return one.kind() == Monitored.Kind.MEMORY
        ? Figures.bytes(value.getAsDouble())
        : Figures.number(value.getAsDouble());
  }
}
