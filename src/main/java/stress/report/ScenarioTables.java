package stress.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stress.measure.CaseResult;
import stress.measure.CloseEntry;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.ErrorEntry;
import stress.measure.Gauge;
import stress.measure.IdentityFinding;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.measure.SocketFacts;

/** What one scenario measured, as tables; each is left out where nothing was measured. */
final class ScenarioTables {
  private static final double[] PERCENTS = {50, 90, 95, 99, 100};

  private final ScenarioResult result;

  ScenarioTables(ScenarioResult result) {
    this.result = result;
  }

  /** All that have a row, what matters most first. */
  List<Table> all() {
    return Stream.of(
            cases(),
            errors(),
            identity(),
            counts(),
            times(),
            levels(),
            closes(),
            new GeneratorTable(result).table())
        .filter(table -> !table.isEmpty())
        .toList();
  }

  Table counts() {
    List<List<String>> rows = new ArrayList<>();
    for (Counter counter : Counter.values()) {
      if (result.count(counter) != 0) {
        rows.add(List.of(counter.id(), Figures.count(result.count(counter)), counter.help()));
      }
    }
    return new Table("Counts", List.of("counter", "#n", "what is counted"), rows);
  }

  Table times() {
    List<List<String>> rows = new ArrayList<>();
    for (Series series : Series.values()) {
      Distribution times = result.of(series);
      if (!times.isEmpty()) {
        List<String> row = new ArrayList<>(List.of(series.id(), Figures.count(times.count())));
        for (double percent : PERCENTS) {
          row.add(Figures.duration(times.percentile(percent)));
        }
        row.add(series.help());
        rows.add(row);
      }
    }
    return new Table(
        "Times", List.of("series", "#n", "#p50", "#p90", "#p95", "#p99", "#max", "from, to"), rows);
  }

  Table levels() {
    List<List<String>> rows = new ArrayList<>();
    for (Gauge gauge : Gauge.values()) {
      Level level = Level.of(result.points(), gauge);
      if (!level.isEmpty()) {
        rows.add(
            List.of(
                gauge.id(),
                Level.figure(level.min()),
                Level.figure(level.mean()),
                Level.figure(level.max()),
                gauge.help()));
      }
    }
    return new Table("Levels", List.of("level", "#min", "#mean", "#max", "what it is"), rows);
  }

  Table errors() {
    List<List<String>> rows = new ArrayList<>();
    long total =
        result.errors().stream().mapToLong(ErrorEntry::count).sum() + result.errorsBeyond();
    for (ErrorEntry error : result.errors()) {
      rows.add(
          List.of(
              ErrorSection.signature(error.signature()),
              Figures.count(error.count()),
              Figures.share(error.count(), total),
              ErrorSection.when(error),
              Sanitised.text(error.sample(), 200)));
    }
    if (result.errorsBeyond() > 0) {
      rows.add(
          List.of(
              "of kinds too many to be told apart",
              Figures.count(result.errorsBeyond()),
              Figures.share(result.errorsBeyond(), total),
              "",
              ""));
    }
    return new Table("Errors", List.of("failure", "#n", "#share", "when", "sample"), rows);
  }

  Table identity() {
    List<List<String>> rows = new ArrayList<>();
    for (IdentityFinding finding : result.identity()) {
      rows.add(
          List.of(
              finding.kind().text(),
              Figures.count(finding.count()),
              String.join(", ", finding.samples())));
    }
    return new Table(
        "The target contradicted itself", List.of("contradiction", "#n", "samples"), rows);
  }

  Table closes() {
    List<List<String>> rows = new ArrayList<>();
    for (CloseEntry close : facts().map(SocketFacts::closes).orElse(List.of())) {
      rows.add(
          List.of(
              close.by().text(),
              Integer.toString(close.code()),
              Figures.count(close.count()),
              close.reason()));
    }
    return new Table("Closes", List.of("closed by", "#code", "#n", "reason"), rows);
  }

  Table cases() {
    List<List<String>> rows = new ArrayList<>();
    for (CaseResult one : facts().map(SocketFacts::cases).orElse(List.of())) {
      boolean applicable = one.verdict() != CaseResult.Verdict.NOT_APPLICABLE;
      rows.add(
          List.of(
              CaseSection.sign(one.verdict()) + " " + one.verdict().text(),
              one.id(),
              applicable ? Figures.duration(one.nanos()) : Figures.NONE,
              one.reaction(),
              one.title(),
              one.expected()));
    }
    return new Table(
        "Error cases",
        List.of("outcome", "case", "#time", "the target's reaction", "what was done", "expected"),
        rows);
  }

  private Optional<SocketFacts> facts() {
    return result.sockets();
  }
}
