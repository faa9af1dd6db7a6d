package stress.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** In which forms a run is reported, and where they go. */
public class ReportOptions {
  private static final String GITHUB = "github";
  private static final String GITHUB_FILE = "GITHUB_STEP_SUMMARY";

  @Option(
      names = "--format",
      paramLabel = "FORM",
      description = "text (default), json, junit, markdown, html")
  String format = "text";

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Write the report in every form to files in DIR")
  Optional<Path> output = Optional.empty();

  @Option(
      names = "--summary",
      paramLabel = "FILE|github",
      description = "Append as Markdown (github: to the job page)")
  Optional<String> summary = Optional.empty();

  /**
   * @throws UsageError when the report could not be given as asked; better now than after the run
   */
  void check(Function<String, Optional<String>> environment) {
    Format.of(format);
    output.ifPresent(ReportOptions::checkFolder);
    summaryFile(environment).ifPresent(file -> new WholeFile(file).check("--summary"));
  }

  private static void checkFolder(Path folder) {
    String what = "--output " + folder;
    Path nearest = folder.toAbsolutePath().normalize();
    while (nearest.getParent() != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    UsageError.unless(
        Files.isDirectory(nearest), what, nearest + " is no folder, expected one or none");
    UsageError.unless(WholeFile.takesFiles(nearest), what, nearest + " cannot be written to");
  }

  /** The file that the summary is appended to. */
  Optional<Path> summaryFile(Function<String, Optional<String>> environment) {
    return summary.map(
        word ->
            Path.of(
                word.equals(GITHUB)
                    ? environment
                        .apply(GITHUB_FILE)
                        .filter(name -> !name.isBlank())
                        .orElseThrow(ReportOptions::notInJob)
                    : word));
  }

  private static UsageError notInJob() {
    return new UsageError(
        "--summary github: "
            + GITHUB_FILE
            + " is not set, as GitHub sets it for the steps of a job; expected that or a file");
  }
}
