package stress.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stress.measure.Scenario;

/** The thresholds that hold unless the user turns them off or gives others on their metrics. */
public final class DefaultThresholds {
  private static final Threshold SUBMISSIONS = Threshold.parse("submissions.success >= 100%");
  private static final Threshold COMPLETIONS = Threshold.parse("completions.success >= 99%");
  private static final Threshold QUEUE = Threshold.parse(Facts.GROWTH + " <= 5%");
  private static final Threshold CONNECTIONS = Threshold.parse("connections.success >= 99%");
  private static final Threshold KEPT = Threshold.parse("connections.kept >= 99%");
  private static final Threshold EXPECTED = Threshold.parse("errors.expected >= 100%");

  private DefaultThresholds() {}

  /**
   * @param scheduled whether the load is open: a queue grows only under a load that does not wait
   */
  public static List<Threshold> of(Scenario scenario, boolean scheduled) {
    return switch (scenario) {
      case SUBMISSION -> List.of(SUBMISSIONS);
      case END_TO_END ->
          scheduled ? List.of(SUBMISSIONS, COMPLETIONS, QUEUE) : List.of(SUBMISSIONS, COMPLETIONS);
      case CONCURRENT, THROUGHPUT -> List.of(CONNECTIONS, KEPT);
      case ERRORS -> List.of(EXPECTED);
    };
  }

  /**
   * The thresholds given, behind those that hold anyway; a given one takes the place of every other
   * on its metric.
   */
  public static List<Threshold> with(List<Threshold> anyway, List<Threshold> given) {
    List<Threshold> all = new ArrayList<>();
    anyway.stream().filter(one -> given.stream().noneMatch(one::sameMetric)).forEach(all::add);
    all.addAll(given);
    return all.stream().distinct().toList();
  }

  /** Whether a threshold is one of these, word for word. */
  public static boolean include(Threshold threshold) {
    return Arrays.stream(Scenario.values())
        .anyMatch(scenario -> of(scenario, true).contains(threshold));
  }
}
