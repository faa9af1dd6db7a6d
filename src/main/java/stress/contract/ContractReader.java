package stress.contract;

import java.util.Optional;
import java.util.function.Function;

/** Reads contract files: YAML, and so JSON too. */
public final class ContractReader {
  private final Function<String, Optional<String>> environment;

  /** A reader that resolves <code>${NAME}</code> in header values with {@code environment}. */
  public ContractReader(Function<String, Optional<String>> environment) {
    this.environment = environment;
  }

  /**
   * Reads one contract.
   *
   * @param source the file's name, for messages; {@code .json} at its end allows JSON only
   * @throws ContractException with all that is wrong
   */
  public Contract read(String source, String yamlOrJson) {
    throw new UnsupportedOperationException("not yet " + environment);
  }
}
