package stress.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** What is said, where. */
public final class OutputOptions extends ReportOptions implements Titled {
  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Keep the run for 'stress report FILE'")
  Optional<Path> save = Optional.empty();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Compare with a kept run; a regression is exit 3")
  Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--max-regression",
      paramLabel = "PERCENT",
      converter = PercentConverter.class,
      description = "How much worse is allowed (default: 2%%)")
  Optional<Double> maxRegression = Optional.empty();

  @Option(names = "--quiet", description = "No progress on stderr")
  boolean quiet;

  @Override
  void check(Function<String, Optional<String>> environment) {
    super.check(environment);
    UsageError.unless(
        maxRegression.isEmpty() || baseline.isPresent(),
        "--max-regression",
        "goes with --baseline FILE, the run to compare with");
    save.ifPresent(file -> new WholeFile(file).check("--save"));
  }

  @Override
  public String title() {
    return "Report";
  }
}
