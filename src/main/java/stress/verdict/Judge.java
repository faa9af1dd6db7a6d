package stress.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stress.measure.Counter;
import stress.measure.End;
import stress.measure.RunResult;
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
    if (run.scenarios().stream().allMatch(scenario -> scenario.count(Counter.STARTED) == 0)) {
      findings.add(nothingMeasured());
    }
    for (ScenarioResult scenario : run.scenarios()) {
      conservation(scenario).ifPresent(findings::add);
      GeneratorRule.judge(scenario).ifPresent(findings::add);
    }
    thresholds.forEach(threshold -> findings.addAll(judge(threshold, run)));
    return new Judgement(findings, ExitCode.of(run.scenarios(), findings));
  }

  private static Finding nothingMeasured() {
    return new Finding(
        Optional.empty(),
        "something was measured",
        Outcome.NO_DATA,
        NONE,
        "Nothing was started, so there is nothing to judge.");
  }

  private static Optional<Finding> conservation(ScenarioResult result) {
    long unaccounted = result.unaccounted();
    return unaccounted == 0
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Optional.of(result.scenario()),
                "every start has one end",
                Outcome.MISCOUNT,
                Grouping.of(unaccounted),
                "stress lost count: "
                    + Grouping.of(result.count(Counter.STARTED))
                    + " started, "
                    + Grouping.of(result.count(Counter.STARTED) - unaccounted)
                    + " ends counted. This is a bug of stress; please report it."));
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
        switch (threshold.metric()) {
          case SUBMISSIONS_SUCCESS -> submissions(share, result);
          case COMPLETIONS_SUCCESS -> completions(share, result);
        });
  }

  private static String submissions(Share share, ScenarioResult result) {
    if (!share.isDefined()) {
      return "No submission was sent and answered.";
    }
    StringBuilder evidence =
        new StringBuilder()
            .append(Grouping.of(share.part()))
            .append(" of ")
            .append(Grouping.of(share.whole()))
            .append(" submissions were accepted");
    part(evidence, result.count(Counter.REFUSED), " refused");
    part(evidence, result.count(Counter.UNSENT), " unsent");
    part(evidence, result.count(Counter.OUTCOME_UNKNOWN), " with unknown outcome");
    part(evidence, result.cancelledUnanswered(), " cancelled by us and not counted");
    return evidence.append('.').toString();
  }

  private static String completions(Share share, ScenarioResult result) {
    if (!share.isDefined()) {
      return "No job was submitted.";
    }
    StringBuilder evidence =
        new StringBuilder()
            .append(Grouping.of(share.part()))
            .append(" of ")
            .append(Grouping.of(share.whole()))
            .append(" submitted jobs succeeded");
    part(evidence, result.jobsFailed(), " ended otherwise at the target");
    part(evidence, result.count(Counter.CUT), " cut by our own deadline (--timeout)");
    long open = result.jobs() - result.count(Counter.SUCCEEDED) - result.jobsFailed();
    part(
        evidence,
        open - result.count(Counter.CUT),
        result.end() == End.BUDGET
            ? " still in flight when --budget ended the run"
            : " not settled when the run ended");
    return evidence.append('.').toString();
  }

  private static void part(StringBuilder evidence, long number, String what) {
    if (number > 0) {
      evidence.append(", ").append(Grouping.of(number)).append(what);
    }
  }
}
