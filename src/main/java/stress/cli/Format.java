package stress.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import stress.measure.RunResult;
import stress.report.HtmlReport;
import stress.report.JUnitReport;
import stress.report.JsonReport;
import stress.report.MarkdownReport;
import stress.report.TerminalReport;
import stress.verdict.Judgement;

/** The forms of a report. */
enum Format {
  /** First, since it is the one that all others can be made of. */
  JSON("run.json"),
  TEXT("report.txt"),
  JUNIT("junit.xml"),
  MARKDOWN("report.md"),
  HTML("report.html");

  private final String fileName;

  Format(String fileName) {
    this.fileName = fileName;
  }

  static Format of(String word) {
    return Arrays.stream(values())
        .filter(form -> form.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new UsageError("--format " + word + ": expected " + words()));
  }

  private static String words() {
    List<Format> order = List.of(TEXT, JSON, JUNIT, MARKDOWN);
    return order.stream().map(Format::word).collect(Collectors.joining(", ")) + " or html";
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is called in the folder of --output. */
  String fileName() {
    return fileName;
  }

  String render(RunResult run, Judgement judgement, boolean colour) {
    return switch (this) {
      case TEXT -> TerminalReport.render(run, judgement, colour);
      case JSON -> JsonReport.render(run, judgement);
      case JUNIT -> JUnitReport.render(run, judgement);
      case MARKDOWN -> MarkdownReport.render(run, judgement);
      case HTML -> HtmlReport.render(run, judgement);
    };
  }
}
