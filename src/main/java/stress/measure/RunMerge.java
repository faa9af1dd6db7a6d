package stress.measure;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Several runs of one plan as one run, exactly: histograms and counts added, offsets aligned by the
 * wall clock, whatever the order in which the runs are added. One thread.
 *
 * <p>A run's histograms are added at once and not kept, so that memory grows by the time series of
 * the runs alone.
 */
public final class RunMerge {
  private final boolean differentPlans;
  private final Map<String, String> sourceOfId = new TreeMap<>();
  private final List<RunResult> plans = new ArrayList<>();
  private final Map<ScenarioKey, ScenarioMerge> scenarios = new LinkedHashMap<>();
  private String firstSource = "";

  /** Which scenario of a run: of which kind, and the how manieth of it. */
  private record ScenarioKey(Scenario scenario, int occurrence) {}

  /**
   * @param differentPlans whether runs of different plans are merged, too
   */
  public RunMerge(boolean differentPlans) {
    this.differentPlans = differentPlans;
  }

  /**
   * @param source the file's name, for messages
   * @throws MergeException when this run does not go together with those before; nothing was added
   */
  public void add(String source, RunResult run) {
    List<String> ids = MergedConditions.parts(run);
    ids.forEach(id -> requireNew(source, id));
    requireSamePlan(source, run);
    Map<ScenarioKey, ScenarioResult> keyed = keyed(run);
    keyed.forEach((key, result) -> requireFitting(key, source, result));
    keyed.forEach(
        (key, result) -> scenarios.computeIfAbsent(key, k -> new ScenarioMerge()).add(result));
    ids.forEach(id -> sourceOfId.put(id, source));
    firstSource = plans.isEmpty() ? source : firstSource;
    plans.add(withoutScenarios(run));
  }

  private void requireNew(String source, String id) {
    if (sourceOfId.containsKey(id)) {
      throw new MergeException(
          source
              + ": the run "
              + Wording.bounded(id, 40)
              + " is already in "
              + sourceOfId.get(id)
              + "; each run counts once: leave one of them out");
    }
  }

  private void requireSamePlan(String source, RunResult run) {
    if (plans.isEmpty() || differentPlans) {
      return;
    }
    List<PlanDifference> differences = PlanDifference.between(plans.get(0), run);
    if (!differences.isEmpty()) {
      throw new MergeException(
          "the plans differ: "
              + differences.get(0).text(firstSource, source)
              + "; merge runs of one plan, or say --different-plans");
    }
  }

  private static Map<ScenarioKey, ScenarioResult> keyed(RunResult run) {
    Map<Scenario, Integer> seen = new TreeMap<>();
    Map<ScenarioKey, ScenarioResult> keyed = new LinkedHashMap<>();
    for (ScenarioResult result : run.scenarios()) {
      int occurrence = seen.merge(result.scenario(), 1, Integer::sum);
      keyed.put(new ScenarioKey(result.scenario(), occurrence), result);
    }
    return keyed;
  }

  private void requireFitting(ScenarioKey key, String source, ScenarioResult result) {
    if (scenarios.containsKey(key)) {
      scenarios.get(key).check(source, result);
    }
  }

  private static RunResult withoutScenarios(RunResult run) {
    return new RunResult(
        run.runId(), run.tool(), run.command(), run.conditions(), run.thresholds(), List.of());
  }

  /** How many runs were added; runs that were merged before count as what they were merged from. */
  public int size() {
    return sourceOfId.size();
  }

  /**
   * @throws MergeException when no run was added
   */
  public RunResult result() {
    if (plans.isEmpty()) {
      throw new MergeException("there is no run to merge");
    }
    List<RunResult> ordered =
        plans.stream().sorted(Comparator.comparing(RunResult::runId)).toList();
    List<String> ids = List.copyOf(sourceOfId.keySet());
    String id = idOf(ids);
    return new RunResult(
        id,
        distinct(ordered.stream().map(RunResult::tool).toList()),
        distinct(ordered.stream().map(RunResult::command).toList()),
        MergedConditions.of(ordered, id, ids),
        thresholds(ordered),
        scenarios.values().stream().map(ScenarioMerge::result).toList());
  }

  private static List<String> thresholds(List<RunResult> runs) {
    Set<String> all = new LinkedHashSet<>();
    runs.forEach(run -> all.addAll(run.thresholds()));
    return List.copyOf(all);
  }

  private static String distinct(List<String> words) {
    return words.stream().distinct().sorted().collect(Collectors.joining(", "));
  }

  /** The first 64 bits of the SHA-256 of the parts' ids: the same parts, the same id. */
  private static String idOf(List<String> ids) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", ids).getBytes(StandardCharsets.UTF_8));
      String hex = String.format("%064x", new BigInteger(1, digest));
      return hex.substring(0, 16);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
