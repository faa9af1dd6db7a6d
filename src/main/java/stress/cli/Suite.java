package stress.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stress.measure.End;
import stress.report.SuiteReport;
import stress.run.StopSignal;
import stress.verdict.ExitCode;
import stress.verdict.Judge;
import stress.verdict.Judgement;

/**
 * Carries out the parts of a suite, each a run of its own with a report of its own, and sums up.
 * Both parts of a level are carried out; behind a level that failed nothing is, unless it is to be
 * kept going, nor behind a part that was interrupted, or never reached its target.
 */
final class Suite {
  private final Process process;
  private final VertxSource vertx;
  private final SuiteOutputOptions output;
  private final boolean keepGoing;

  private final List<SuiteReport.Entry> entries = new ArrayList<>();
  private final List<ExitCode> codes = new ArrayList<>();

  Suite(Process process, VertxSource vertx, SuiteOutputOptions output, boolean keepGoing) {
    this.process = process;
    this.vertx = vertx;
    this.output = output;
    this.keepGoing = keepGoing;
  }

  /** The exit code: the worst of all parts. */
  int carryOut(List<SuiteParts.Ready> parts) {
    Optional<String> level = Optional.empty();
    boolean over = false;
    for (SuiteParts.Ready part : parts) {
      boolean next = level.filter(part.level()::equals).isEmpty();
      over = over || isOver(next);
      level = Optional.of(part.level());
      if (over) {
        entries.add(new SuiteReport.Entry(part.level(), part.part(), Optional.empty()));
      } else {
        carryOut(part, parts.size());
      }
    }
    return sumUp();
  }

  /**
   * @param next whether the part that would follow begins a level
   */
  private boolean isOver(boolean next) {
    return Stream.of(ExitCode.INTERRUPTED, ExitCode.TERMINATED).anyMatch(codes::contains)
        || !keepGoing
            && (codes.contains(ExitCode.UNREACHED)
                || next && codes.stream().anyMatch(code -> code != ExitCode.PASSED));
  }

  private void carryOut(SuiteParts.Ready part, int of) {
    if (!output.quiet) {
      process
          .console()
          .err()
          .printf(
              "stress: level %s, %s: part %d of %d%n",
              part.level(), part.part(), entries.size() + 1, of);
      process.console().err().flush();
    }
    StopSignal stop = new StopSignal();
    Preparation.Carried done = part.prepared().carryOut(process, vertx, output.quiet, stop);
    if (output.form() == Format.TEXT) {
      process
          .console()
          .out()
          .print(SuiteReport.heading(part.level(), part.part(), process.colour()));
    }
    Judgement judgement = Judge.judge(done.run());
    int code =
        new Reporting(process, output.of(part.level() + "-" + part.part()))
            .publish(done.run(), done.hint());
    process.console().out().println();
    process.console().out().flush();
    codes.add(judgement.exit());
    if (code != judgement.exit().code()) {
      // A report could not be written.
      codes.add(ExitCode.STRESS_FAILED);
    }
    // A signal may have come when the run was over and its report was being written.
    stop.asked().map(Suite::interrupted).ifPresent(codes::addAll);
    SuiteReport.Done judged = new SuiteReport.Done(done.run(), judgement);
    entries.add(new SuiteReport.Entry(part.level(), part.part(), Optional.of(judged)));
  }

  private static List<ExitCode> interrupted(End end) {
    return switch (end) {
      case INTERRUPTED -> List.of(ExitCode.INTERRUPTED);
      case TERMINATED -> List.of(ExitCode.TERMINATED);
      default -> List.of();
    };
  }

  private int sumUp() {
    ExitCode exit = ExitCode.worst(codes);
    String text = SuiteReport.render(entries, exit, process.colour());
    String markdown = SuiteReport.markdown(entries, exit);
    switch (output.form()) {
      case TEXT -> process.console().out().print(text);
      case MARKDOWN -> process.console().out().print(markdown);
      default -> {
        // What is read by a program are the runs.
      }
    }
    process.console().out().flush();
    List<String> lost =
        deliveries(exit, markdown).stream()
            .map(Delivery::carryOut)
            .flatMap(Optional::stream)
            .toList();
    lost.forEach(sentence -> process.console().err().println("stress: " + sentence));
    process.console().err().flush();
    return lost.isEmpty() ? exit.code() : ExitCode.STRESS_FAILED.code();
  }

  private List<Delivery> deliveries(ExitCode exit, String markdown) {
    List<Delivery> all = new ArrayList<>();
    output.output.ifPresent(
        folder -> {
          all.add(file(folder.resolve("suite.txt"), SuiteReport.render(entries, exit, false)));
          all.add(file(folder.resolve("suite.md"), markdown));
        });
    output
        .whole()
        .summaryFile(process.environment())
        .ifPresent(
            file ->
                all.add(new Delivery("--summary " + file, () -> Delivery.append(file, markdown))));
    return all;
  }

  private static Delivery file(Path file, String text) {
    return new Delivery("--output " + file, () -> Delivery.write(file, text));
  }
}
