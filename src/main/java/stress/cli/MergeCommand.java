package stress.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stress.measure.MergeException;
import stress.measure.RunDocuments;
import stress.measure.RunMerge;
import stress.measure.RunResult;

/** {@code stress merge}: runs of one plan, from many machines, as one run. */
@Command(
    name = "merge",
    description = {
      "Add runs of one plan up to one run, exactly, report and judge it.",
      "",
      "Histograms and counts are added, times aligned by the wall clock. From stdin",
      "come runs as --format json prints them, with other lines between them."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples",
      "  stress merge one.json two.json --save both.json",
      "  stress merge - < pods.log",
    })
public final class MergeCommand implements Callable<Integer> {
  private static final String STDIN = "-";

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "A file that --save wrote, or - for runs from stdin")
  private List<Path> runs;

  @Option(names = "--different-plans", description = "Merge runs of different plans, too")
  private boolean differentPlans;

  @Mixin private OutputOptions output;

  private final Process process;

  public MergeCommand(Process process) {
    this.process = process;
  }

  @Override
  public Integer call() {
    output.check(process.environment());
    Reporting reporting = new Reporting(process, output);
    return reporting.publish(merged(), Optional.empty());
  }

  private RunResult merged() {
    RunMerge merge = new RunMerge(differentPlans);
    UsageError.unless(
        runs.stream().filter(MergeCommand::isStdin).count() <= 1,
        STDIN,
        "is given twice; stdin can be read once");
    try {
      for (Path run : runs) {
        if (isStdin(run)) {
          addStdin(merge);
        } else {
          merge.add(run.toString(), KeptRuns.read(run));
        }
      }
      return merge.result();
    } catch (MergeException refused) {
      throw new UsageError(refused.getMessage());
    }
  }

  private static boolean isStdin(Path run) {
    return run.toString().equals(STDIN);
  }

  private void addStdin(RunMerge merge) {
    RunDocuments documents =
        new RunDocuments("stdin", (place, run) -> merge.add(place, KeptRuns.checked(place, run)));
    try {
      documents.read(process.in());
    } catch (IOException broken) {
      throw new UsageError("stdin: cannot be read: " + broken.getMessage());
    }
    String others =
        documents.skipped() == 1
            ? "1 line that belongs to none was"
            : documents.skipped() + " lines that belong to none were";
    String said =
        documents.firstSkipped().map(line -> "; " + others + " skipped, first " + line).orElse("");
    if (documents.found() == 0) {
      throw new UsageError(
          "stdin: there is no run in it" + said + "; expected what --save or --format json writes");
    }
    if (!said.isEmpty()) {
      process
          .console()
          .err()
          .println(
              "stress: stdin: "
                  + documents.found()
                  + (documents.found() == 1 ? " run" : " runs")
                  + said);
      process.console().err().flush();
    }
  }
}
