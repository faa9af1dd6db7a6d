package stress.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stress.measure.End;
import stress.measure.PlanDifference;
import stress.measure.RunResult;
import stress.measure.ScenarioResult;

/**
 * Compares a run with a base, metric by metric.
 *
 * <p>With many metrics one or another differs by chance, so each is compared at {@value #ALPHA}
 * divided by their number (Bonferroni): the chance that two runs of one target differ in any metric
 * at all is at most that, whatever hangs together with what. It assumes independent samples.
 */
public final class Comparer {
  /** By how much a metric may get worse when nothing else is said, 0.02 for 2 %. */
  public static final double ALLOWED = ChangeRule.TOLERANCE;

  private static final double ALPHA = 0.05;

  private final double allowed;

  /**
   * @param allowed by how much a metric may get worse, 0.1 for 10 %; shares may not at all
   */
  public Comparer(double allowed) {
    if (!(allowed >= 0 && Double.isFinite(allowed))) {
      throw new IllegalArgumentException("allowed " + allowed + ": expected a number from 0");
    }
    this.allowed = allowed;
  }

  public Comparison compare(RunResult base, RunResult fresh) {
    List<String> notes = new ArrayList<>();
    boolean doubtful = doubts("base", base, notes) | doubts("new run", fresh, notes);
    if (base.runId().equals(fresh.runId())) {
      notes.add("base and new run are the same run");
    }
    List<ScenarioPair> pairs = pairs(base, fresh, notes);
    pairs.forEach(pair -> notes.addAll(pair.notes()));
    long metrics = pairs.stream().mapToLong(pair -> pair.metrics().size()).sum();
    ChangeRule rule = new ChangeRule(allowed);
    List<ComparedScenario> scenarios =
        pairs.stream()
            .map(
                pair ->
                    new ComparedScenario(
                        pair.scenario(),
                        pair.metrics().stream()
                            .map(metric -> metric.compared(ALPHA / metrics, rule))
                            .toList()))
            .toList();
    Change verdict = doubtful ? Change.CANNOT_TELL : verdict(scenarios);
    return new Comparison(
        base.runId(),
        fresh.runId(),
        PlanDifference.between(base, fresh),
        scenarios,
        notes,
        allowed,
        verdict,
        exit(scenarios, doubtful || metrics == 0));
  }

  /** What speaks against believing a run's numbers at all; an end before its time is only said. */
  private static boolean doubts(String which, RunResult run, List<String> notes) {
    boolean doubtful = false;
    for (Finding finding : Judge.judge(run).findings()) {
      if (finding.outcome() == Outcome.NO_VERDICT || finding.outcome() == Outcome.MISCOUNT) {
        notes.add(which + ": " + finding.evidence());
        doubtful = true;
      }
    }
    for (ScenarioResult scenario : run.scenarios()) {
      if (scenario.end() != End.COMPLETED) {
        notes.add(which + ": " + scenario.scenario().id() + " " + scenario.end().text());
      }
    }
    return doubtful;
  }

  private static List<ScenarioPair> pairs(RunResult base, RunResult fresh, List<String> notes) {
    List<ScenarioResult> left = new ArrayList<>(fresh.scenarios());
    List<ScenarioPair> pairs = new ArrayList<>();
    Set<String> alone = new TreeSet<>();
    for (ScenarioResult ours : base.scenarios()) {
      left.stream()
          .filter(theirs -> theirs.scenario() == ours.scenario())
          .findFirst()
          .ifPresentOrElse(
              theirs -> {
                pairs.add(new ScenarioPair(ours, theirs));
                left.remove(theirs);
              },
              () -> alone.add(ours.scenario().id()));
    }
    left.forEach(theirs -> alone.add(theirs.scenario().id()));
    if (!alone.isEmpty()) {
      notes.add(
          alone.stream().collect(Collectors.joining(" and "))
              + (alone.size() == 1 ? " is" : " are")
              + " in one of the runs alone");
    }
    return pairs;
  }

  private static Change verdict(List<ComparedScenario> scenarios) {
    Set<Change> changes =
        scenarios.stream()
            .flatMap(scenario -> scenario.metrics().stream())
            .map(ComparedMetric::verdict)
            .collect(Collectors.toSet());
    for (Change change : List.of(Change.WORSE, Change.BETTER, Change.SAME)) {
      if (changes.contains(change)) {
        return change;
      }
    }
    return Change.CANNOT_TELL;
  }

  private static ExitCode exit(List<ComparedScenario> scenarios, boolean nothingToSay) {
    if (nothingToSay) {
      return ExitCode.NO_VERDICT;
    }
    boolean regression =
        scenarios.stream()
            .flatMap(scenario -> scenario.metrics().stream())
            .anyMatch(ComparedMetric::regression);
    return regression ? ExitCode.CROSSED : ExitCode.PASSED;
  }
}
