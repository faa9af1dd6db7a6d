package stress.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import stress.measure.RunResult;
import stress.report.JsonReport;
import stress.verdict.ExitCode;
import stress.verdict.Judge;
import stress.verdict.Judgement;

/** Judges a finished run, prints its report, keeps it if asked, and says the exit code. */
final class Reporting {
  private final Console console;
  private final OutputOptions options;
  private final Optional<Baseline> baseline;

  /** Reads the baseline: a wrong file is better known before anything is sent. */
  Reporting(Console console, OutputOptions options) {
    this.console = console;
    this.options = options;
    this.baseline = options.baseline.map(file -> new Baseline(file, options));
  }

  /**
   * @param hint printed on stderr behind the report
   */
  int publish(RunResult run, Optional<String> hint) {
    Judgement judgement = Judge.judge(run);
    boolean colour = console.outIsTerminal();
    console.out().print(Format.of(options.format).render(run, judgement, colour));
    console.out().flush();
    hint.ifPresent(console.err()::println);
    console.err().flush();
    boolean kept = options.save.isEmpty() || save(options.save.get(), run, judgement);
    ExitCode compared = baseline.map(base -> base.compare(run, console)).orElse(ExitCode.PASSED);
    ExitCode exit = judgement.exit() == ExitCode.PASSED ? compared : judgement.exit();
    return kept ? exit.code() : ExitCode.STRESS_FAILED.code();
  }

  /** Written beside and moved, so that a file of that name is always a whole run. */
  private boolean save(Path file, RunResult run, Judgement judgement) {
    byte[] bytes = JsonReport.render(run, judgement).getBytes(StandardCharsets.UTF_8);
    Path target = file.toAbsolutePath();
    try {
      Path part = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
      try {
        Files.write(part, bytes);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      return true;
    } catch (IOException failed) {
      console.err().println("stress: --save " + file + ": the run could not be kept: " + failed);
      console.err().flush();
      return false;
    }
  }
}
