package stress.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import stress.measure.RunFile;

/** {@code stress report}: reports a run that was kept. */
@Command(
    name = "report",
    description = "Report a run that --save kept, and exit as the run did.",
    sortOptions = false,
    footer = {
      "",
      "Examples",
      "  stress report run.json",
      "  stress report run.json --format html > run.html",
      "  stress report run.json --output reports --summary github",
    })
public final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A file that --save wrote.")
  private Path file;

  @Mixin private ReportOptions options;

  private final Process process;

  public ReportCommand(Process process) {
    this.process = process;
  }

  @Override
  public Integer call() {
    options.check(process.environment());
    return new Reporting(process, options)
        .publish(RunFile.read(bytes(), file.toString()), Optional.empty());
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException absent) {
      throw new UsageError(file + ": there is no such file; expected one that --save wrote");
    } catch (IOException unreadable) {
      throw new UsageError(file + ": cannot be read: " + WholeFile.why(unreadable));
    }
  }
}
