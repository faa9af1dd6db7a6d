package stress.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import stress.measure.RunResult;

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

  @Mixin private ThresholdOptions demanded;

  private final Process process;

  public ReportCommand(Process process) {
    this.process = process;
  }

  @Override
  public Integer call() {
    options.check(process.environment());
    RunResult run = KeptRuns.read(file);
    return new Reporting(process, options).publish(demandedOf(run), Optional.empty());
  }

  /** The run, judged by what is demanded now, where anything is. */
  private RunResult demandedOf(RunResult run) {
    return new RunResult(
        run.runId(),
        run.tool(),
        run.command(),
        run.conditions(),
        demanded.instead(run.thresholds()),
        run.scenarios());
  }
}
