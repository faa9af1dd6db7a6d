package stress.report;

import java.util.List;
import java.util.OptionalDouble;
import stress.measure.Counter;
import stress.measure.GeneratorHealth;
import stress.measure.ScenarioResult;

/** How well the generator was, as a table of two columns. */
final class GeneratorTable {
  private final ScenarioResult result;

  GeneratorTable(ScenarioResult result) {
    this.result = result;
  }

  Table table() {
    GeneratorHealth health = result.generator();
    return new Table(
        "Generator",
        List.of("of the generator", "#value"),
        List.of(
            List.of("starts asked for", rate(health.askedPerSecond())),
            List.of("starts offered", rate(health.offeredPerSecond())),
            List.of("starts dropped", Figures.count(result.count(Counter.DROPPED))),
            List.of("starts never begun", Figures.count(result.count(Counter.UNSTARTED))),
            List.of("CPU, of one core", GeneratorSection.cpu(result)),
            List.of("processors", Integer.toString(health.processors())),
            List.of("heap, peak", Figures.mebibytes(health.heapPeakBytes())),
            List.of("garbage collection", GeneratorSection.duration(health.gcNanos()))));
  }

  private static String rate(OptionalDouble rate) {
    return rate.isEmpty() ? Figures.NONE : Figures.rate(rate.getAsDouble());
  }
}
