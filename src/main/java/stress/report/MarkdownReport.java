package stress.report;

import java.util.List;
import stress.measure.RunResult;
import stress.measure.ScenarioResult;
import stress.verdict.Finding;
import stress.verdict.Judgement;

/**
 * The judged run as GitHub's Markdown, for the summary page of a CI job: the verdict first, then
 * thresholds, what failed and the key figures; the whole text report is folded away at the end.
 */
public final class MarkdownReport {
  private static final int ROWS = 20;

  private final StringBuilder text = new StringBuilder();

  private MarkdownReport() {}

  public static String render(RunResult run, Judgement judgement) {
    MarkdownReport report = new MarkdownReport();
    report.head(run, judgement);
    report.table(ThresholdTable.of(run, judgement));
    run.scenarios().forEach(scenario -> report.scenario(scenario, judgement));
    report.heading("Plan");
    report.table(PlanTable.of(run));
    report.folded(TerminalReport.render(run, judgement, false));
    return report.text.toString();
  }

  private void head(RunResult run, Judgement judgement) {
    text.append("## ")
        .append(Verdict.of(judgement).headline())
        .append(" – ")
        .append(escaped(run.tool() + " " + run.command()))
        .append("\n\nExit code ")
        .append(judgement.exit().code())
        .append(": ")
        .append(escaped(judgement.exit().help()))
        .append(". Run ")
        .append(escaped(run.runId()))
        .append(".\n\n");
    long crossed =
        judgement.findings().stream()
            .map(Finding::outcome)
            .filter(outcome -> Marks.of(outcome) == Marks.BAD)
            .count();
    if (crossed > 0) {
      text.append("**")
          .append(Figures.count(crossed))
          .append(" of ")
          .append(Phrases.counted(judgement.findings().size(), "threshold", "thresholds"))
          .append(" failed.**\n\n");
    }
  }

  private void scenario(ScenarioResult result, Judgement judgement) {
    Verdict verdict = Verdict.of(result, judgement);
    heading(result.scenario().id());
    text.append(verdict.headline())
        .append(" – ")
        .append(escaped(ScenarioSection.of(result, verdict).outcome()))
        .append(".\n\n");
    for (Table table : new ScenarioTables(result).all()) {
      text.append("#### ").append(escaped(table.title())).append("\n\n");
      table(table.cut(ROWS));
    }
    for (String note : result.notes()) {
      text.append("> ").append(escaped(note)).append("\n\n");
    }
  }

  private void heading(String title) {
    text.append("### ").append(escaped(title)).append("\n\n");
  }

  private void table(Table table) {
    if (table.isEmpty()) {
      text.append("none\n\n");
      return;
    }
    text.append('|');
    for (int column = 0; column < table.columns().size(); column++) {
      text.append(' ').append(escaped(table.head(column))).append(" |");
    }
    text.append("\n|");
    for (int column = 0; column < table.columns().size(); column++) {
      text.append(table.isNumber(column) ? " ---: |" : " --- |");
    }
    text.append('\n');
    for (List<String> row : table.rows()) {
      text.append('|');
      row.forEach(cell -> text.append(' ').append(escaped(cell)).append(" |"));
      text.append('\n');
    }
    text.append('\n');
  }

  /** Behind a fence that is longer than any in the text. */
  private void folded(String report) {
    String fence = "```";
    while (report.contains(fence)) {
      fence += "`";
    }
    text.append("<details><summary>Report as text</summary>\n\n")
        .append(fence)
        .append("text\n")
        .append(report)
        .append(fence)
        .append("\n\n</details>\n");
  }

  /** Text as it reads: no mark of it is obeyed, no address in it becomes a link. */
  static String escaped(String raw) {
    StringBuilder safe = new StringBuilder();
    for (char c : Sanitised.text(raw).toCharArray()) {
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '@' -> safe.append("&#64;");
        case '\\', '`', '*', '_', '[', ']', '|', '~', '$', '#' -> safe.append('\\').append(c);
        default -> safe.append(c);
      }
    }
    return safe.toString().replace("://", "&#58;//").replace("www.", "www&#46;");
  }
}
