package stress.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The plan of a merged run: what all parts say, and from which runs it was merged. */
final class MergedConditions {
  /** So many different values of one line are written out. */
  private static final int MOST_VALUES = 5;

  private static final String FORM = "\\d{1,9} runs?: \\S.*";

  private MergedConditions() {}

  /**
   * The ids of the runs that a run consists of: its own, or those that it was merged from.
   *
   * <p>They are read from the condition that {@link #of} wrote, so that a merged run remembers them
   * without a member of its own in the file.
   */
  static List<String> parts(RunResult run) {
    Optional<String> from =
        run.conditions().stream()
            .filter(condition -> condition.label().equals(PlanDifference.MERGED))
            .map(RunResult.Condition::value)
            .filter(value -> value.matches(FORM))
            .findFirst();
    return from.map(value -> List.of(value.substring(value.indexOf(": ") + 2).split(", ")))
        .orElse(List.of(run.runId()));
  }

  static List<RunResult.Condition> of(List<RunResult> runs, String id, List<String> parts) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (RunResult run : runs) {
      for (RunResult.Condition condition : run.conditions()) {
        values
            .computeIfAbsent(condition.label(), label -> new LinkedHashSet<>())
            .add(condition.value());
      }
    }
    values.remove(PlanDifference.MERGED);
    values.put(PlanDifference.RUN, Set.of(id));
    List<RunResult.Condition> conditions = new ArrayList<>();
    values.forEach((label, all) -> conditions.add(new RunResult.Condition(label, text(all))));
    conditions.add(
        new RunResult.Condition(
            PlanDifference.MERGED,
            parts.size() + (parts.size() == 1 ? " run: " : " runs: ") + String.join(", ", parts)));
    return conditions;
  }

  private static String text(Set<String> values) {
    List<String> shown = values.stream().limit(MOST_VALUES).toList();
    String rest =
        values.size() > MOST_VALUES ? " | " + (values.size() - MOST_VALUES) + " more" : "";
    return String.join(" | ", shown) + rest;
  }
}
