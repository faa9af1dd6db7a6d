package stress.report;

import stress.measure.RunResult;
import stress.verdict.Judgement;

/** The report that a person reads: at most 80 columns, ending with the verdict and a new line. */
public final class TerminalReport {
  private TerminalReport() {}

  public static String render(RunResult run, Judgement judgement, boolean colour) {
    return "verdict: " + judgement.exit().word() + " (exit " + judgement.exit().code() + ")\n";
  }
}
