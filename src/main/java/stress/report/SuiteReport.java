package stress.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import stress.measure.RunResult;
import stress.verdict.ExitCode;
import stress.verdict.Finding;
import stress.verdict.Judgement;
import stress.verdict.Outcome;

/** What stands around and behind the reports of several runs that belong together. */
public final class SuiteReport {
  private static final int LEVEL = 12;
  private static final int PART = 11;
  private static final int VERDICT = 16;

  private SuiteReport() {}

  /** A run that was carried out, and its judgement. */
  public record Done(RunResult run, Judgement judgement) {}

  /**
   * One part of a suite.
   *
   * @param level its name
   * @param part the command that it is
   * @param done absent where it was not carried out
   */
  public record Entry(String level, String part, Optional<Done> done) {}

  /** Stands above the report of one part. */
  public static String heading(String level, String part, boolean colour) {
    Page page = new Page(colour);
    String title = "══ " + Sanitised.text(level, 30) + ": " + part + " ";
    page.line(
        title + "═".repeat(Page.WIDTH - title.codePointCount(0, title.length())), Colour.BOLD);
    return page.toString();
  }

  /** A row for each part, and the verdict on all, for a person: at most 80 columns. */
  public static String render(List<Entry> entries, ExitCode exit, boolean colour) {
    Page page = new Page(colour);
    page.heading("suite");
    for (Entry entry : entries) {
      Optional<Verdict> verdict = entry.done().map(done -> Verdict.of(done.judgement()));
      String left =
          Page.padded("  " + Sanitised.text(entry.level(), LEVEL - 3), LEVEL)
              + Page.padded(entry.part(), PART)
              + Page.padded(verdict.map(Verdict::headline).orElse("– not run"), VERDICT);
      page.hanging(left, outcome(entry), verdict.map(Verdict::colour).stream().toList());
    }
    page.blank();
    page.line(
        "verdict of the suite: " + exit.word() + " (exit " + exit.code() + ")",
        new Verdict(exit, true).colour());
    return page.toString();
  }

  /** The same as Markdown. */
  public static String markdown(List<Entry> entries, ExitCode exit) {
    StringBuilder text = new StringBuilder("## ");
    text.append(new Verdict(exit, true).headline()).append(" – stress suite\n\n");
    text.append("Exit code ").append(exit.code()).append(": ").append(exit.help());
    text.append(".\n\n| level | part | verdict | outcome |\n| --- | --- | --- | --- |\n");
    for (Entry entry : entries) {
      String verdict =
          entry.done().map(done -> Verdict.of(done.judgement()).headline()).orElse("– not run");
      List<String> cells = List.of(entry.level(), entry.part(), verdict, outcome(entry));
      text.append(
          cells.stream()
              .map(MarkdownReport::escaped)
              .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
    return text.append('\n').toString();
  }

  private static String outcome(Entry entry) {
    return entry.done().map(SuiteReport::outcome).orElse("");
  }

  private static String outcome(Done done) {
    List<String> parts = new ArrayList<>();
    done.run()
        .scenarios()
        .forEach(
            scenario ->
                parts.add(
                    ScenarioSection.of(scenario, Verdict.of(scenario, done.judgement()))
                        .inShort()));
    done.judgement().findings().stream()
        .filter(finding -> finding.outcome() != Outcome.PASS)
        .map(SuiteReport::said)
        .forEach(parts::add);
    return Sanitised.text(String.join("; ", parts));
  }

  private static String said(Finding finding) {
    return TerminalReport.word(finding.outcome())
        + " "
        + finding.threshold()
        + " ("
        + finding.value()
        + ")";
  }
}
