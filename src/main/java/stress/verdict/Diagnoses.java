package stress.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stress.measure.RunResult;
import stress.measure.ScenarioResult;

/** The troubleshooting list, held against a run. */
public final class Diagnoses {
  private Diagnoses() {}

  /** All rules, those about reaching the target first. */
  static List<DiagnosisRule> rules() {
    return Stream.<DiagnosisRule[]>of(
            ReachRule.values(),
            StatusRule.values(),
            SocketRule.values(),
            JobRule.values(),
            QueueRule.values(),
            TargetRule.values(),
            OwnRule.values())
        .flatMap(Stream::of)
        .toList();
  }

  /** What the rules recognise, by scenario and then in their order. */
  public static List<Diagnosis> of(RunResult run) {
    List<Diagnosis> all = new ArrayList<>();
    for (ScenarioResult scenario : run.scenarios()) {
      Observed seen = new Observed(run, scenario);
      for (DiagnosisRule rule : rules()) {
        rule.of(seen)
            .map(
                said ->
                    new Diagnosis(
                        Optional.of(scenario.scenario()),
                        rule.id(),
                        said.evidence(),
                        said.advice()))
            .ifPresent(all::add);
      }
    }
    return all;
  }
}
