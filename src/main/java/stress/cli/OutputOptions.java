package stress.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is said, where. */
public final class OutputOptions {
  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "The report on stdout (default: text)")
  String format = "text";

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

  /**
   * @throws UsageError when the report could not be given as asked; better now than after the run
   */
  void check() {
    Format.of(format);
    UsageError.unless(
        maxRegression.isEmpty() || baseline.isPresent(),
        "--max-regression",
        "goes with --baseline FILE, the run to compare with");
    if (save.isPresent()) {
      Path file = save.get().toAbsolutePath();
      Path folder = file.getParent();
      UsageError.unless(!Files.isDirectory(file), "--save " + file, "is a folder, expected a file");
      UsageError.unless(
          Files.isDirectory(folder), "--save " + file, "there is no folder " + folder);
      UsageError.unless(
          Files.isWritable(Files.exists(file) ? file : folder),
          "--save " + file,
          "cannot be written to");
    }
  }
}
