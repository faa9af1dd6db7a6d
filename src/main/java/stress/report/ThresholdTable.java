package stress.report;

import java.util.ArrayList;
import java.util.List;
import stress.measure.RunResult;
import stress.verdict.Finding;
import stress.verdict.Judgement;

/** What was found, one finding a row; the scenario is named where there are several. */
final class ThresholdTable {
  private ThresholdTable() {}

  static Table of(RunResult run, Judgement judgement) {
    boolean several = run.scenarios().size() > 1;
    List<String> columns = new ArrayList<>(List.of("outcome", "threshold"));
    if (several) {
      columns.add("scenario");
    }
    columns.addAll(List.of("#value", "#95 % interval", "evidence"));
    List<List<String>> rows = new ArrayList<>();
    for (Finding finding : judgement.findings()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  TerminalReport.sign(finding.outcome())
                      + " "
                      + TerminalReport.word(finding.outcome()),
                  finding.threshold()));
      if (several) {
        row.add(finding.scenario().map(scenario -> scenario.id()).orElse("the run"));
      }
      row.addAll(
          List.of(finding.value(), finding.interval().orElse(Figures.NONE), finding.evidence()));
      rows.add(row);
    }
    return new Table("Thresholds", columns, rows);
  }
}
