package stress.cli;

import java.util.List;
import stress.measure.Scenario;

/** The values of {@code --test-type} of {@code stress websocket}. */
public enum SocketTestType {
  CONCURRENT("concurrent", List.of(Scenario.CONCURRENT)),
  THROUGHPUT("throughput", List.of(Scenario.THROUGHPUT)),
  ERRORS("errors", List.of(Scenario.ERRORS)),
  ALL("all", List.of(Scenario.CONCURRENT, Scenario.THROUGHPUT, Scenario.ERRORS));

  private final String word;
  private final List<Scenario> scenarios;

  SocketTestType(String word, List<Scenario> scenarios) {
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
