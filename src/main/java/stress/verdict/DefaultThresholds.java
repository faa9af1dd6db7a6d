package stress.verdict;

import java.util.List;
import stress.measure.Scenario;

/** The thresholds that hold unless the user turns them off. */
public final class DefaultThresholds {
  private static final Threshold SUBMISSIONS = Threshold.parse("submissions.success >= 100%");
  private static final Threshold COMPLETIONS = Threshold.parse("completions.success >= 99%");
  private static final Threshold CONNECTIONS = Threshold.parse("connections.success >= 99%");
  private static final Threshold KEPT = Threshold.parse("connections.kept >= 99%");
  private static final Threshold EXPECTED = Threshold.parse("errors.expected >= 100%");

  private DefaultThresholds() {}

  public static List<Threshold> of(Scenario scenario) {
    return switch (scenario) {
      case SUBMISSION -> List.of(SUBMISSIONS);
      case END_TO_END -> List.of(SUBMISSIONS, COMPLETIONS);
      case CONCURRENT, THROUGHPUT -> List.of(CONNECTIONS, KEPT);
      case ERRORS -> List.of(EXPECTED);
    };
  }
}
