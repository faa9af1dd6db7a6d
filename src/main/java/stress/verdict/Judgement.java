package stress.verdict;

import java.util.List;

/**
 * A judged run: what was found and how the process therefore ends.
 *
 * @param diagnosis advice, which decides nothing
 */
public record Judgement(List<Finding> findings, ExitCode exit, List<Diagnosis> diagnosis) {
  public Judgement {
    findings = List.copyOf(findings);
    diagnosis = List.copyOf(diagnosis);
  }
}
