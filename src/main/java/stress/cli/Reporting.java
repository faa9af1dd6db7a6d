package stress.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stress.measure.HlogExport;
import stress.measure.RunResult;
import stress.verdict.ExitCode;
import stress.verdict.Judge;
import stress.verdict.Judgement;

/**
 * Judges a finished run, prints its report, writes it to the files that were asked for, and says
 * the exit code. A file that cannot be written keeps no other from being written.
 */
final class Reporting {
  private static final String HLOG = "run.hlog";

  private final Process process;
  private final ReportOptions options;
  private final Optional<Path> save;
  private final Optional<Baseline> baseline;

  /** Reads the baseline: a wrong file is better known before anything is sent. */
  Reporting(Process process, OutputOptions options) {
    this(process, options, options.save, options.baseline.map(file -> new Baseline(file, options)));
  }

  /** Of a run that is kept already. */
  Reporting(Process process, ReportOptions options) {
    this(process, options, Optional.empty(), Optional.empty());
  }

  private Reporting(
      Process process, ReportOptions options, Optional<Path> save, Optional<Baseline> baseline) {
    this.process = process;
    this.options = options;
    this.save = save;
    this.baseline = baseline;
  }

  /**
   * @param hint printed on stderr behind the report
   */
  int publish(RunResult run, Optional<String> hint) {
    Judgement judgement = Judge.judge(run);
    Console console = process.console();
    console.out().print(Format.of(options.format).render(run, judgement, process.colour()));
    console.out().flush();
    hint.ifPresent(console.err()::println);
    List<String> lost =
        deliveries(run, judgement).stream()
            .map(Delivery::carryOut)
            .flatMap(Optional::stream)
            .toList();
    lost.forEach(sentence -> console.err().println("stress: " + sentence));
    console.err().flush();
    ExitCode compared = baseline.map(base -> base.compare(run, process)).orElse(ExitCode.PASSED);
    ExitCode exit = judgement.exit() == ExitCode.PASSED ? compared : judgement.exit();
    return lost.isEmpty() ? exit.code() : ExitCode.STRESS_FAILED.code();
  }

  private List<Delivery> deliveries(RunResult run, Judgement judgement) {
    List<Delivery> all = new ArrayList<>();
    save.ifPresent(
        file ->
            all.add(
                new Delivery(
                    "--save " + file,
                    () -> Delivery.write(file, text(Format.JSON, run, judgement)))));
    options.output.ifPresent(folder -> all.addAll(folder(folder, run, judgement)));
    options
        .summaryFile(process.environment())
        .ifPresent(
            file ->
                all.add(
                    new Delivery(
                        "--summary " + file,
                        () -> Delivery.append(file, text(Format.MARKDOWN, run, judgement)))));
    return all;
  }

  private static List<Delivery> folder(Path folder, RunResult run, Judgement judgement) {
    List<Delivery> files = new ArrayList<>();
    for (Format form : Format.values()) {
      Path file = folder.resolve(form.fileName());
      files.add(
          new Delivery("--output " + file, () -> Delivery.write(file, text(form, run, judgement))));
    }
    Path hlog = folder.resolve(HLOG);
    files.add(new Delivery("--output " + hlog, () -> Delivery.write(hlog, HlogExport.of(run))));
    return files;
  }

  private static String text(Format form, RunResult run, Judgement judgement) {
    return form.render(run, judgement, false);
  }
}
