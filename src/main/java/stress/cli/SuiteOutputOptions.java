package stress.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** What is said of several runs, where. */
public final class SuiteOutputOptions implements Titled {
  private static final Set<Format> ONE_BEHIND_ANOTHER =
      Set.of(Format.TEXT, Format.JSON, Format.MARKDOWN);

  @Option(names = "--format", paramLabel = "FORM", description = "text (default), json, markdown")
  String format = "text";

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Write each part's report to a folder in DIR")
  Optional<Path> output = Optional.empty();

  @Option(
      names = "--summary",
      paramLabel = "FILE|github",
      description = "Append as Markdown (github: to the job page)")
  Optional<String> summary = Optional.empty();

  @Option(names = "--quiet", description = "No progress on stderr")
  boolean quiet;

  /**
   * @throws UsageError when a report could not be given as asked; better now than after the run
   */
  void check(Function<String, Optional<String>> environment) {
    whole().check(environment);
    UsageError.unless(
        ONE_BEHIND_ANOTHER.contains(form()),
        "--format " + format,
        "a suite prints a report for each part, and this form is one of a single report;"
            + " expected text, json or markdown, or --output DIR for every form of each part");
  }

  Format form() {
    return Format.of(format);
  }

  /** How the suite as a whole is reported. */
  ReportOptions whole() {
    ReportOptions whole = new ReportOptions();
    whole.format = format;
    whole.output = output;
    whole.summary = summary;
    return whole;
  }

  /** How the part of that name is reported: in a folder of its own below that of the suite. */
  ReportOptions of(String part) {
    ReportOptions own = whole();
    own.output = output.map(folder -> folder.resolve(part));
    return own;
  }

  @Override
  public String title() {
    return "Report";
  }
}
