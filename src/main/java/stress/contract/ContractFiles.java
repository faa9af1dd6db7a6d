package stress.contract;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Contracts by what a user writes: the name of a built-in one, or the path of a file. */
public final class ContractFiles {
  private final ContractReader reader;

  /** Contracts whose header values come from {@code environment}. */
  public ContractFiles(Function<String, Optional<String>> environment) {
    this.reader = new ContractReader(environment);
  }

  /**
   * The built-in contract of that name, else the file of that path.
   *
   * @throws ContractException if the file is wrong, cannot be read or does not exist
   */
  public Contract find(String nameOrPath) {
    return read(Path.of(nameOrPath));
  }

  /**
   * Reads a file.
   *
   * @throws ContractException if it is wrong, cannot be read or does not exist
   */
  public Contract read(Path file) {
    throw new UnsupportedOperationException("not yet " + file + reader);
  }
}
