package stress.cli;

import java.util.Locale;
import stress.measure.RunResult;
import stress.report.JsonReport;
import stress.report.TerminalReport;
import stress.verdict.Judgement;

/** The forms in which a report goes to stdout. */
enum Format {
  TEXT,
  JSON;

  static Format of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "text" -> TEXT;
      case "json" -> JSON;
      default -> throw new UsageError("--format " + word + ": expected text or json");
    };
  }

  String render(RunResult run, Judgement judgement, boolean colour) {
    return this == JSON
        ? JsonReport.render(run, judgement)
        : TerminalReport.render(run, judgement, colour);
  }
}
