package stress.simulator;

/** A request that is answered with an error; says which. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Answer answer;

  Refusal(Answer answer) {
    super("refused with " + answer.code(), null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
