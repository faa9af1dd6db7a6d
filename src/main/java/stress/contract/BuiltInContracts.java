package stress.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The contracts that come with the program. */
public final class BuiltInContracts {
  /** The contract that is used unless the user names another. */
  public static final String DEFAULT = "monte-carlo";

  /** A target of which nothing is known but its address; there is no file of it. */
  public static final String NONE = "none";

  private static final String ASYNC = "monte-carlo-async";
  private static final String ECHO = "echo";

  private final Function<String, Optional<String>> environment;

  /** The contracts, their header values resolved with {@code environment}. */
  public BuiltInContracts(Function<String, Optional<String>> environment) {
    this.environment = environment;
  }

  /** The names, the default one first; each but {@link #NONE} is a file. */
  public List<String> names() {
    return List.of(DEFAULT, ASYNC, ECHO, NONE);
  }

  /** The contract of that name, where it is one with jobs. */
  public Optional<Contract> find(String name) {
    return api(name).flatMap(Api::jobs);
  }

  /** What the contract of that name describes. */
  public Optional<Api> api(String name) {
    if (name.equals(NONE)) {
      return Optional.of(
          SocketApi.bare(NONE, "any WebSocket server: nothing is known of it but its address"));
    }
    return text(name).map(yaml -> new ContractReader(environment).api(name, yaml));
  }

  /** The file of that name, as it is shown to a user. */
  public Optional<String> text(String name) {
    return switch (name) {
      // Literal names: a native image holds only the resources that it can see.
      case DEFAULT ->
          Optional.of(
              read(BuiltInContracts.class.getResourceAsStream("/contracts/monte-carlo.yaml")));
      case ASYNC ->
          Optional.of(
              read(
                  BuiltInContracts.class.getResourceAsStream("/contracts/monte-carlo-async.yaml")));
      case ECHO ->
          Optional.of(read(BuiltInContracts.class.getResourceAsStream("/contracts/echo.yaml")));
      default -> Optional.empty();
    };
  }

  /** The JSON schema (draft 2020-12) of a contract file. */
  public String schema() {
    return read(BuiltInContracts.class.getResourceAsStream("/contracts/contract.schema.json"));
  }

  private static String read(InputStream resource) {
    try (resource) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("A part of the program cannot be read", e);
    }
  }
}
