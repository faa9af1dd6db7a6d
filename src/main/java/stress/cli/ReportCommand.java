package stress.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stress.measure.RunResult;
import stress.verdict.Judge;
import stress.verdict.Judgement;

/** {@code stress report}: prints the report of a run that was kept. */
@Command(
    name = "report",
    description = "Print the report of a run that --save kept, and exit as the run did.",
    footer = {"", "Examples", "  stress report run.json", "  stress report run.json --format json"})
public final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A file that --save wrote.")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "The report on stdout (default: text)")
  private String format = "text";

  private final Console console;

  public ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Format form = Format.of(format);
    RunResult run = KeptRuns.read(file);
    Judgement judgement = Judge.judge(run);
    console.out().print(form.render(run, judgement, console.outIsTerminal()));
    console.out().flush();
    return judgement.exit().code();
  }
}
