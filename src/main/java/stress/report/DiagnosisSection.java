package stress.report;

import stress.measure.RunResult;
import stress.verdict.Diagnosis;
import stress.verdict.Judgement;

/** What probably lies behind what was measured; nothing where no rule recognised anything. */
final class DiagnosisSection {
  private DiagnosisSection() {}

  static void write(RunResult run, Judgement judgement, Page page) {
    if (judgement.diagnosis().isEmpty()) {
      return;
    }
    page.heading("diagnosis");
    boolean several = run.scenarios().size() > 1;
    for (Diagnosis diagnosis : judgement.diagnosis()) {
      String of =
          several
              ? diagnosis.scenario().map(scenario -> " (" + scenario.id() + ")").orElse("")
              : "";
      page.hanging("  • ", Sanitised.text(diagnosis.sentence()) + of);
    }
    page.blank();
  }
}
