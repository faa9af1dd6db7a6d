package stress.report;

import stress.measure.RunResult;
import stress.measure.ScenarioResult;
import stress.verdict.Finding;
import stress.verdict.Judgement;
import stress.verdict.Outcome;

/** The report that a person reads: at most 80 columns, ending with the verdict and a new line. */
public final class TerminalReport {
  private static final int VALUE = 12;

  private TerminalReport() {}

  /**
   * @param colour whether to mark headings and outcomes by terminal escapes; without it there are
   *     none
   */
  public static String render(RunResult run, Judgement judgement, boolean colour) {
    Page page = new Page(colour);
    plan(run, page);
    for (ScenarioResult scenario : run.scenarios()) {
      page.blank();
      new ScenarioSection(scenario, Verdict.of(scenario, judgement), page).write();
    }
    page.blank();
    findings(run, judgement, page);
    page.blank();
    DiagnosisSection.write(run, judgement, page);
    Verdict verdict = Verdict.of(judgement);
    page.line(
        "verdict: " + judgement.exit().word() + " (exit " + judgement.exit().code() + ")",
        verdict.colour());
    return page.toString();
  }

  private static void plan(RunResult run, Page page) {
    page.line(
        Sanitised.text(run.tool(), 30)
            + " · "
            + Sanitised.text(run.command(), 20)
            + " · run "
            + Sanitised.text(run.runId(), 20),
        Colour.BOLD);
    for (RunResult.Condition condition : run.conditions()) {
      String label = Page.padded("  " + Sanitised.text(condition.label(), 20), Page.MARGIN);
      page.hanging(
          label.stripTrailing().length() < Page.MARGIN ? label : label + "  ",
          Sanitised.text(condition.value()));
    }
  }

  private static void findings(RunResult run, Judgement judgement, Page page) {
    page.heading("thresholds");
    if (judgement.findings().isEmpty()) {
      page.line("  none");
    }
    boolean several = run.scenarios().size() > 1;
    for (Finding finding : judgement.findings()) {
      finding(finding, several, page);
    }
  }

  private static void finding(Finding finding, boolean several, Page page) {
    String of =
        several ? finding.scenario().map(scenario -> " (" + scenario.id() + ")").orElse("") : "";
    String left =
        Page.padded("  " + sign(finding.outcome()) + " " + word(finding.outcome()), 17)
            + Sanitised.text(finding.threshold(), 48)
            + of;
    page.line(
        Page.padded(left, Page.WIDTH - VALUE)
            + Page.right(Sanitised.text(finding.value(), VALUE), VALUE),
        colour(finding.outcome()));
    String interval = finding.interval().map(text -> " 95 % interval: " + text + ".").orElse("");
    page.hanging(" ".repeat(17), Sanitised.text(finding.evidence() + interval));
  }

  static String word(Outcome outcome) {
    return outcome.name().replace('_', ' ');
  }

  static String sign(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "✓";
      case FAIL, MISCOUNT -> "✗";
      case NO_DATA, INCONCLUSIVE, NO_VERDICT -> "?";
    };
  }

  private static Colour colour(Outcome outcome) {
    return switch (outcome) {
      case PASS -> Colour.GREEN;
      case FAIL, MISCOUNT -> Colour.RED;
      case NO_DATA, INCONCLUSIVE, NO_VERDICT -> Colour.YELLOW;
    };
  }
}
