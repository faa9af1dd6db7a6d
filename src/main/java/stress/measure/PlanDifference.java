package stress.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One line in which the plans of two runs differ.
 *
 * <p>The run's own id and its seed differ by chance and are no difference, and neither is the port
 * of a simulator that ran within each command.
 *
 * @param label the condition's label, or what stands for it: {@code command}, {@code thresholds}
 * @param one absent when the first run has no such line
 */
public record PlanDifference(String label, Optional<String> one, Optional<String> other) {
  static final String RUN = "run";
  static final String SEED = "seed";
  static final String MERGED = "merged from";
  private static final String OWN_SIMULATOR = ":\\d+(?=\\S* \\(simulator\\)$)";

  /** All of them, in the order of the first plan. */
  public static List<PlanDifference> between(RunResult one, RunResult other) {
    Map<String, String> ours = plan(one);
    Map<String, String> theirs = plan(other);
    List<PlanDifference> differences = new ArrayList<>();
    Map<String, String> all = new LinkedHashMap<>(ours);
    theirs.forEach(all::putIfAbsent);
    for (String label : all.keySet()) {
      if (!Objects.equals(comparable(ours.get(label)), comparable(theirs.get(label)))) {
        differences.add(
            new PlanDifference(
                label,
                Optional.ofNullable(ours.get(label)),
                Optional.ofNullable(theirs.get(label))));
      }
    }
    return differences;
  }

  private static Map<String, String> plan(RunResult run) {
    Map<String, String> plan = new LinkedHashMap<>();
    plan.put("stress", run.tool());
    plan.put("command", run.command());
    for (RunResult.Condition condition : run.conditions()) {
      String label = condition.label();
      if (!label.equals(RUN) && !label.equals(SEED) && !label.equals(MERGED)) {
        plan.merge(label, condition.value(), (first, second) -> first + "; " + second);
      }
    }
    plan.put("thresholds", String.join("; ", run.thresholds()));
    return plan;
  }

  private static String comparable(String value) {
    return value == null ? null : value.replaceAll(OWN_SIMULATOR, "");
  }

  /** As half a sentence, such as {@code load is "50 jobs" in a.json and "60 jobs" in b.json}. */
  String text(String oneName, String otherName) {
    return label
        + " is "
        + quoted(one)
        + " in "
        + oneName
        + " and "
        + quoted(other)
        + " in "
        + otherName;
  }

  private static String quoted(Optional<String> value) {
    return value.map(text -> "\"" + Wording.bounded(text, 100) + "\"").orElse("not given");
  }
}
