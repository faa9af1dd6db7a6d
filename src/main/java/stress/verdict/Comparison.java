package stress.verdict;

import java.util.List;
import stress.measure.PlanDifference;

/**
 * A run held against another one.
 *
 * @param baseRun the id of the run that is the base
 * @param freshRun the id of the run that is compared with it
 * @param differences of their plans
 * @param scenarios compared ones
 * @param notes sentences for the reader: what could not be compared, and doubts
 * @param allowed by how much a metric may get worse, 0.1 for 10 %
 * @param verdict over all metrics
 */
public record Comparison(
    String baseRun,
    String freshRun,
    List<PlanDifference> differences,
    List<ComparedScenario> scenarios,
    List<String> notes,
    double allowed,
    Change verdict,
    ExitCode exit) {
  public Comparison {
    differences = List.copyOf(differences);
    scenarios = List.copyOf(scenarios);
    notes = List.copyOf(notes);
  }

  /** All metrics of all scenarios. */
  public List<ComparedMetric> metrics() {
    return scenarios.stream().flatMap(scenario -> scenario.metrics().stream()).toList();
  }

  /** How many metrics changed in this way. */
  public long count(Change change) {
    return metrics().stream().filter(metric -> metric.verdict() == change).count();
  }

  /** How many metrics are worse by more than is allowed. */
  public long regressions() {
    return metrics().stream().filter(ComparedMetric::regression).count();
  }
}
