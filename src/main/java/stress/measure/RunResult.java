package stress.measure;

import java.util.List;

/**
 * One run as data: its conditions and what each scenario measured. Reports are functions of it.
 *
 * @param runId unique to the run; the tag in the bodies that it sent
 * @param tool name and version of the program
 * @param command the command, as a sentence names it: {@code jobs}
 * @param conditions label to value, in the order in which a report shows them, without secrets
 * @param thresholds the thresholds that judge it, as text in the threshold language
 */
public record RunResult(
    String runId,
    String tool,
    String command,
    List<Condition> conditions,
    List<String> thresholds,
    List<ScenarioResult> scenarios) {
  /** One line of the plan. */
  public record Condition(String label, String value) {}

  public RunResult {
    conditions = List.copyOf(conditions);
    thresholds = List.copyOf(thresholds);
    scenarios = List.copyOf(scenarios);
  }
}
