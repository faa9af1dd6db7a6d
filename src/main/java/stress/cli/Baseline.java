package stress.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import stress.measure.RunResult;
import stress.report.ComparisonReport;
import stress.verdict.Comparer;
import stress.verdict.Comparison;
import stress.verdict.ExitCode;

/** A kept run that a run is compared with as soon as it is over. */
final class Baseline {
  private final RunResult base;
  private final Comparer comparer;
  private final boolean text;

  /**
   * Reads it.
   *
   * @throws UsageError when there is no such file
   * @throws stress.measure.RunFileException when it is no run
   */
  Baseline(Path file, OutputOptions options) {
    this.base = KeptRuns.read(file);
    this.comparer = new Comparer(options.maxRegression.orElse(Comparer.ALLOWED));
    this.text = Format.of(options.format) == Format.TEXT;
  }

  /**
   * Prints the comparison behind the report; on stderr, where stdout carries a document that would
   * be none with it.
   */
  ExitCode compare(RunResult run, Process process) {
    Console console = process.console();
    Comparison comparison = comparer.compare(base, run);
    PrintWriter writer = text ? console.out() : console.err();
    boolean colour = text ? process.colour() : console.errIsTerminal();
    writer.print((text ? "\n" : "") + ComparisonReport.text(comparison, colour));
    writer.flush();
    return comparison.exit();
  }
}
