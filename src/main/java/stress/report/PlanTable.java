package stress.report;

import java.util.ArrayList;
import java.util.List;
import stress.measure.RunResult;

/** The conditions of a run, and what it was held against. */
final class PlanTable {
  private PlanTable() {}

  static Table of(RunResult run) {
    List<List<String>> rows = new ArrayList<>();
    run.conditions().forEach(one -> rows.add(List.of(one.label(), one.value())));
    run.thresholds().forEach(one -> rows.add(List.of("threshold", one)));
    return new Table("Plan", List.of("condition", "value"), rows);
  }
}
