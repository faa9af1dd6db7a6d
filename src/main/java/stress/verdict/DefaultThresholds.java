package stress.verdict;

import java.util.List;
import stress.measure.Scenario;

/** The thresholds that hold unless the user turns them off. */
public final class DefaultThresholds {
  private static final Threshold SUBMISSIONS = Threshold.parse("submissions.success >= 100%");
  private static final Threshold COMPLETIONS = Threshold.parse("completions.success >= 99%");

  private DefaultThresholds() {}

  public static List<Threshold> of(Scenario scenario) {
    return switch (scenario) {
      case SUBMISSION -> List.of(SUBMISSIONS);
      case END_TO_END -> List.of(SUBMISSIONS, COMPLETIONS);
    };
  }
}
