package stress.verdict;

import java.util.List;
import java.util.stream.Stream;
import stress.measure.End;
import stress.measure.ScenarioResult;

/** How the process ends, and the one word that a report prints for it. */
public enum ExitCode {
  PASSED(0, "PASS", "ran, every threshold passed"),
  STRESS_FAILED(
      1, "STRESS FAILED", "stress itself failed (a bug), or a report could not be written"),
  USAGE(2, "USAGE", "bad option, threshold or contract: nothing was sent"),
  CROSSED(3, "FAIL", "a threshold was crossed"),
  NO_VERDICT(
      4,
      "NO VERDICT",
      "a threshold had no data, nothing was measured, or the generator was the bottleneck"),
  UNREACHED(5, "NOT REACHED", "the target was never reached"),
  INTERRUPTED(130, "INTERRUPTED", "interrupted by SIGINT"),
  TERMINATED(143, "INTERRUPTED", "interrupted by SIGTERM");

  private final int code;
  private final String word;
  private final String help;

  ExitCode(int code, String word, String help) {
    this.code = code;
    this.word = word;
    this.help = help;
  }

  /** The number that the process returns. */
  public int code() {
    return code;
  }

  /** The verdict in a word or two, upper case. */
  public String word() {
    return word;
  }

  /** When a process ends so, as half a sentence. */
  public String help() {
    return help;
  }

  /**
   * The exit code of judged scenarios. How it ended comes first, since a run cut short says nothing
   * about its thresholds; then a bug of stress itself; then a generator that was the bottleneck,
   * under which no threshold can be believed, crossed or not; then what was crossed, then what is
   * missing.
   */
  public static ExitCode of(List<ScenarioResult> scenarios, List<Finding> findings) {
    if (ended(scenarios, End.UNREACHED)) {
      return UNREACHED;
    }
    if (ended(scenarios, End.INTERRUPTED)) {
      return INTERRUPTED;
    }
    if (ended(scenarios, End.TERMINATED)) {
      return TERMINATED;
    }
    if (any(findings, Outcome.MISCOUNT)) {
      return STRESS_FAILED;
    }
    if (any(findings, Outcome.NO_VERDICT)) {
      return NO_VERDICT;
    }
    if (any(findings, Outcome.FAIL) || ended(scenarios, End.ABORTED)) {
      return CROSSED;
    }
    return any(findings, Outcome.NO_DATA) ? NO_VERDICT : PASSED;
  }

  /**
   * The exit code of several judged runs, one after the other: an interruption, then a bug of
   * stress itself, then a target that was never reached, then a missing verdict, then a crossed
   * threshold.
   */
  public static ExitCode worst(List<ExitCode> runs) {
    return Stream.of(
            INTERRUPTED, TERMINATED, STRESS_FAILED, USAGE, UNREACHED, NO_VERDICT, CROSSED, PASSED)
        .filter(runs::contains)
        .findFirst()
        .orElse(NO_VERDICT);
  }

  private static boolean ended(List<ScenarioResult> scenarios, End end) {
    return scenarios.stream().map(ScenarioResult::end).anyMatch(end::equals);
  }

  private static boolean any(List<Finding> findings, Outcome outcome) {
    return findings.stream().map(Finding::outcome).anyMatch(outcome::equals);
  }
}
