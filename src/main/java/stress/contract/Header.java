package stress.contract;

import java.util.Optional;

/**
 * A header of every request.
 *
 * @param value the resolved value; never to be printed when {@link #secret}
 * @param variable the environment variable that the value came from
 */
public record Header(String name, String value, Optional<String> variable) {
  /** Whether the value came from the environment. */
  public boolean secret() {
    return variable.isPresent();
  }

  /** The value, or the variable's name in its place where the value is a secret. */
  public String shown() {
    return variable.map(v -> "${" + v + "}").orElse(value);
  }

  @Override
  public String toString() {
    return name + ": " + shown();
  }
}
