package stress.contract;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A contract file, or a file of settings, is wrong; carries everything that is wrong in it, in file
 * order.
 */
public final class ContractException extends RuntimeException {
  private final transient List<Problem> problems;

  ContractException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
