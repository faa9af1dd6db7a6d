package stress.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import stress.measure.Scenario;
import stress.verdict.DefaultThresholds;
import stress.verdict.Threshold;
import stress.verdict.ThresholdText;

/** What is demanded of a run. */
public final class ThresholdOptions implements Titled {
  @Option(
      names = "--threshold",
      paramLabel = "TEXT",
      description = "Demand 'METRIC < VALUE'; see 'stress metrics'")
  List<String> thresholds = new ArrayList<>();

  @Option(
      names = "--thresholds",
      paramLabel = "FILE",
      description = "Demand what stands in a file, one a line")
  Optional<Path> file = Optional.empty();

  @Option(names = "--strict", description = "Fail where the sample cannot decide")
  boolean strict;

  @Option(
      names = "--no-default-thresholds",
      description = "Demand nothing but that stress itself works")
  boolean noDefaults;

  /**
   * What is demanded by these options, in their order, those of the file last.
   *
   * @throws UsageError when one of them is no threshold; it names the option, or file and line
   */
  List<Threshold> given() {
    List<Threshold> given = new ArrayList<>();
    thresholds.forEach(text -> given.addAll(parse("--threshold", text)));
    file.ifPresent(path -> given.addAll(read(path)));
    return strict ? given.stream().map(Threshold::asStrict).toList() : List.copyOf(given);
  }

  private static List<Threshold> read(Path file) {
    List<Threshold> read = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        read.addAll(parse("--thresholds " + file + ", line " + (i + 1), text));
      }
    }
    UsageError.unless(
        !read.isEmpty(),
        "--thresholds " + file,
        "there is no threshold in it; expected one a line");
    return read;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UsageError("--thresholds " + file + ": cannot be read: " + unreadable);
    }
  }

  private static List<Threshold> parse(String where, String text) {
    try {
      return ThresholdText.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new UsageError(where + ": " + wrong.getMessage());
    }
  }

  /**
   * The thresholds of a run of these scenarios, as canonical texts: those that hold anyway, unless
   * they are turned off, and those given; one given takes the place of others on its metric.
   *
   * @param scheduled whether the load is open
   * @throws UsageError when one is on a metric that none of the scenarios measures
   */
  List<String> of(List<Scenario> scenarios, boolean scheduled) {
    List<Threshold> given = given();
    for (Threshold threshold : given) {
      UsageError.unless(
          scenarios.stream().anyMatch(threshold::concerns),
          "threshold '" + threshold.demand() + "'",
          "this run measures no such thing; expected a metric of "
              + String.join(" or ", scenarios.stream().map(Scenario::id).toList()));
    }
    List<Threshold> anyway =
        noDefaults
            ? List.of()
            : scenarios.stream()
                .flatMap(scenario -> DefaultThresholds.of(scenario, scheduled).stream())
                .toList();
    return texts(DefaultThresholds.with(anyway, given));
  }

  /**
   * The thresholds by which a kept run is judged again: its own, with those given in the place of
   * others on their metrics; with {@code --no-default-thresholds} those given alone. {@code
   * --strict} holds for all but the usual ones.
   *
   * @param own of the kept run
   */
  List<String> instead(List<String> own) {
    List<Threshold> anyway =
        noDefaults ? List.of() : own.stream().map(Threshold::parse).map(this::asAsked).toList();
    return texts(DefaultThresholds.with(anyway, given()));
  }

  private Threshold asAsked(Threshold threshold) {
    return strict && !DefaultThresholds.include(threshold) ? threshold.asStrict() : threshold;
  }

  private static List<String> texts(List<Threshold> thresholds) {
    return thresholds.stream().map(Threshold::text).toList();
  }

  @Override
  public String title() {
    return "Thresholds";
  }
}
