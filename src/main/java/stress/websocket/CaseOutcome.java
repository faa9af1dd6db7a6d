package stress.websocket;

import stress.measure.CaseResult.Verdict;

/**
 * How a case went.
 *
 * @param reaction what the target did, as half a sentence
 * @param nanos from doing it to the reaction, or to giving up
 */
public record CaseOutcome(Verdict verdict, String reaction, long nanos) {
  static CaseOutcome expected(String reaction, long nanos) {
    return new CaseOutcome(Verdict.AS_EXPECTED, reaction, nanos);
  }

  static CaseOutcome unexpected(String reaction, long nanos) {
    return new CaseOutcome(Verdict.NOT_AS_EXPECTED, reaction, nanos);
  }

  static CaseOutcome nothing(String reaction, long nanos) {
    return new CaseOutcome(Verdict.NO_REACTION, reaction, nanos);
  }

  static CaseOutcome impossible(String why) {
    return new CaseOutcome(Verdict.NOT_APPLICABLE, why, 0);
  }

  /** As expected or not. */
  static CaseOutcome of(boolean right, String reaction, long nanos) {
    return right ? expected(reaction, nanos) : unexpected(reaction, nanos);
  }
}
