package stress.verdict;

import java.util.Optional;
import stress.measure.Scenario;

/**
 * What probably lies behind something that was measured, and what to do about it; advice, which
 * never decides an exit code.
 *
 * @param scenario in which it was seen
 * @param rule the name of the rule that found it, for machines: {@code rate-limited}
 * @param evidence what was measured, as the first half of a sentence
 * @param advice what it means and what to do, as the other half, without a full stop
 */
public record Diagnosis(Optional<Scenario> scenario, String rule, String evidence, String advice) {
  /** Both halves as one sentence. */
  public String sentence() {
    return evidence + ": " + advice + ".";
  }
}
