package stress.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stress.measure.RunResult;
import stress.report.ComparisonReport;
import stress.verdict.Comparer;
import stress.verdict.Comparison;

/** {@code stress compare}: has a run become better or worse than another one? */
@Command(
    name = "compare",
    description = "Compare a run with a base: better, same, worse, or cannot tell.",
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 no regression, 3 a regression for certain, 4 nothing to compare.",
      "",
      "Examples",
      "  stress compare base.json new.json",
      "  stress compare base.json new.json --max-regression 10%%",
    })
public final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BASE", description = "The run that the other is held to.")
  private Path base;

  @Parameters(index = "1", paramLabel = "NEW", description = "The run that may have got worse.")
  private Path fresh;

  @Option(
      names = "--max-regression",
      paramLabel = "PERCENT",
      converter = PercentConverter.class,
      description = "How much worse is allowed (default: 2%%)")
  private Optional<Double> maxRegression = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "The comparison on stdout (default: text)")
  private String format = "text";

  private final Process process;

  public CompareCommand(Process process) {
    this.process = process;
  }

  @Override
  public Integer call() {
    UsageError.unless(
        format.equals("text") || format.equals("json"),
        "--format " + format,
        "expected text or json");
    RunResult before = KeptRuns.read(base);
    RunResult after = KeptRuns.read(fresh);
    Comparison comparison =
        new Comparer(maxRegression.orElse(Comparer.ALLOWED)).compare(before, after);
    Console console = process.console();
    console
        .out()
        .print(
            format.equals("json")
                ? ComparisonReport.json(comparison)
                : ComparisonReport.text(comparison, process.colour()));
    console.out().flush();
    return comparison.exit().code();
  }
}
