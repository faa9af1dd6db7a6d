package stress.verdict;

import java.util.List;

/** A judged run: what was found and how the process therefore ends. */
public record Judgement(List<Finding> findings, ExitCode exit) {
  public Judgement {
    findings = List.copyOf(findings);
  }
}
