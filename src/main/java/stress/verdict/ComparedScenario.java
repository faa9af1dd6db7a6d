package stress.verdict;

import java.util.List;
import stress.measure.Scenario;

/** The metrics of one scenario that both runs carried out. */
public record ComparedScenario(Scenario scenario, List<ComparedMetric> metrics) {
  public ComparedScenario {
    metrics = List.copyOf(metrics);
  }
}
