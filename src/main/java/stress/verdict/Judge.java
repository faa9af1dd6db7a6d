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
        run.scenarios().stream().flatMap(scenario -> judge(threshold, scenario).stream()).toList();
    return findings.isEmpty() && !mayBeSilent(threshold)
        ? List.of(notMeasured(threshold))
        : findings;
  }

  /** The usual threshold on the queue says nothing of a load that is too short to tell. */
  private static boolean mayBeSilent(Threshold threshold) {
    return threshold.metric().id().equals(Facts.GROWTH) && DefaultThresholds.include(threshold);
  }

  private static Finding notMeasured(Threshold threshold) {
    return new Finding(
        Optional.empty(),
        threshold.demand(),
        Outcome.NO_DATA,
        NONE,
        Optional.empty(),
        "No scenario of this run measures " + threshold.metric().id() + ".");
  }

  /** Absent where the scenario is not to be judged by it. */
  private static Optional<Finding> judge(Threshold threshold, ScenarioResult result) {
    Metric.Fit fit = threshold.metric().fit(result.scenario());
    if (fit == Metric.Fit.NEVER) {
      return Optional.empty();
    }
    Sample sample = Sample.of(result);
    Optional<Measured> measured = threshold.metric().of(sample);
    if (measured.isPresent()) {
      return Optional.of(judged(threshold, measured.get(), result));
    }
    return fit == Metric.Fit.IF_ANY || mayBeSilent(threshold)
        ? Optional.empty()
        : Optional.of(noData(threshold, sample));
  }

  private static Finding noData(Threshold threshold, Sample sample) {
    return new Finding(
        Optional.of(sample.scenario()),
        threshold.demand(),
        Outcome.NO_DATA,
        NONE,
        Optional.empty(),
        threshold.metric().absence(sample));
  }

  private static Finding judged(Threshold threshold, Measured measured, ScenarioResult result) {
    Unit unit = threshold.metric().unit();
    Decision decision = Decision.of(threshold, measured, DefaultThresholds.include(threshold));
    return new Finding(
        Optional.of(result.scenario()),
        threshold.demand(),
        decision.outcome(),
        Written.of(unit, measured.value()),
        measured.limits().map(limits -> Written.of(unit, limits)),
        measured.evidence() + decision.doubt().map(doubt -> " " + doubt).orElse(""));
  }
}
