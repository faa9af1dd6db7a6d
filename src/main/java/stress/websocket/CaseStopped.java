package stress.websocket;

/** Ends a case early, with its outcome. */
final class CaseStopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient CaseOutcome outcome;

  CaseStopped(CaseOutcome outcome) {
    super(outcome.reaction(), null, false, false);
    this.outcome = outcome;
  }

  CaseOutcome outcome() {
    return outcome;
  }
}
