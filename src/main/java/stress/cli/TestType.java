package stress.cli;

import java.util.List;
import stress.measure.Scenario;

/** The values of {@code --test-type}. */
public enum TestType {
  SUBMISSION("submission", List.of(Scenario.SUBMISSION)),
  END_TO_END("end-to-end", List.of(Scenario.END_TO_END)),
  ALL("all", List.of(Scenario.SUBMISSION, Scenario.END_TO_END));

  private final String word;
  private final List<Scenario> scenarios;

  TestType(String word, List<Scenario> scenarios) {
    this.word = word;
    this.scenarios = scenarios;
  }

  /** What is carried out, in order. */
  public List<Scenario> scenarios() {
    return scenarios;
  }

  @Override
  public String toString() {
    return word;
  }
}
