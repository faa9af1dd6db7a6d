package stress.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stress.measure.Counter;
import stress.measure.RunResult;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;

/** Holds a run against its thresholds and against the rules that always hold. */
public final class Judge {
  private static final String NONE = "–";

  private Judge() {}

  /**
   * @throws IllegalArgumentException when a threshold of the run cannot be parsed, as in a file
   *     edited by hand
   */
  public static Judgement judge(RunResult run) {
    List<Threshold> thresholds = run.thresholds().stream().map(Threshold::parse).toList();
    List<Finding> findings = new ArrayList<>();
    if (run.scenarios().stream().noneMatch(Judge::measured)) {
      findings.add(nothingMeasured());
    }
    for (ScenarioResult scenario : run.scenarios()) {
      conservation(scenario).ifPresent(findings::add);
      findings.addAll(GeneratorRule.judge(scenario));
    }
    thresholds.forEach(threshold -> findings.addAll(judge(threshold, run)));
    return new Judgement(findings, ExitCode.of(run.scenarios(), findings), Diagnoses.of(run));
  }

  private static Finding nothingMeasured() {
    return new Finding(
        Optional.empty(),
        "something was measured",
        Outcome.NO_DATA,
        NONE,
        Optional.empty(),
        "Nothing was started, so there is nothing to judge.");
  }

  private static boolean measured(ScenarioResult result) {
    return switch (result.scenario().kind()) {
      case JOBS -> result.count(Counter.STARTED) > 0;
      case SOCKETS ->
          result.count(Counter.CONNECTIONS_TRIED) > 0
              || result.sockets().filter(facts -> !facts.cases().isEmpty()).isPresent();
    };
  }

  private static Optional<Finding> conservation(ScenarioResult result) {
    long unaccounted = result.unaccounted();
    return unaccounted == 0
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Optional.of(result.scenario()),
                result.scenario().kind() == Scenario.Kind.JOBS
                    ? "every start has one end"
                    : "every connection has one end",
                Outcome.MISCOUNT,
                Grouping.of(unaccounted),
                Optional.empty(),
                Evidence.miscount(result)));
  }

  private static List<Finding> judge(Threshold threshold, RunResult run) {
    List<Finding> findings =
        run.scenarios().stream()
            .filter(scenario -> threshold.metric().measuredBy(scenario.scenario()))
            .map(scenario -> judge(threshold, scenario))
            .toList();
    return findings.isEmpty() ? List.of(notMeasured(threshold)) : findings;
  }

  private static Finding notMeasured(Threshold threshold) {
    return new Finding(
        Optional.empty(),
        threshold.text(),
        Outcome.NO_DATA,
        NONE,
        Optional.empty(),
        "No scenario of this run measures " + threshold.metric().id() + ".");
  }

  private static Finding judge(Threshold threshold, ScenarioResult result) {
    Share share = threshold.metric().of(result);
    Outcome outcome =
        !share.isDefined() ? Outcome.NO_DATA : threshold.holds(share) ? Outcome.PASS : Outcome.FAIL;
    return new Finding(
        Optional.of(result.scenario()),
        threshold.text(),
        outcome,
        share.percent(),
        Optional.empty(),
        Evidence.of(threshold.metric(), share, result));
  }
}
