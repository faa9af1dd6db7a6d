package stress.contract;

import java.util.Optional;

/**
 * A header of every request.
 *
 * @param value the resolved value; never to be printed when {@link #secret}
 * @param variable the environment variable that the value came from; several are separated by
 *     commas
 */
public record Header(String name, String value, Optional<String> variable) {
  /** Whether the value came from the environment. */
  public boolean secret() {
    return variable.isPresent();
  }

  /** The value, or where it came from where it is a secret. */
  public String shown() {
    return variable.map(v -> "(from the environment: " + v + ")").orElse(value);
  }

  @Override
  public String toString() {
    return name + ": " + shown();
  }
}
