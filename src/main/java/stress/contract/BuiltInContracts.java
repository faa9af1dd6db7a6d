package stress.contract;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The contracts that come with the program. */
public final class BuiltInContracts {
  /** The contract that is used unless the user names another. */
  public static final String DEFAULT = "monte-carlo";

  private static final List<String> NAMES = List.of(DEFAULT, "monte-carlo-async");

  private final Function<String, Optional<String>> environment;

  /** The contracts, their header values resolved with {@code environment}. */
  public BuiltInContracts(Function<String, Optional<String>> environment) {
    this.environment = environment;
  }

  /** The names, the default one first. */
  public List<String> names() {
    return NAMES;
  }

  /** The contract of that name. */
  public Optional<Contract> find(String name) {
    return text(name).map(yaml -> new ContractReader(environment).read(name, yaml));
  }

  /** The file of that name, as it is shown to a user. */
  public Optional<String> text(String name) {
    throw new UnsupportedOperationException("not yet " + name);
  }

  /** The JSON schema (draft 2020-12) of a contract file. */
  public String schema() {
    throw new UnsupportedOperationException("not yet");
  }
}
