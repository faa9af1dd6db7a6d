package stress.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Where a secret stands; never the secret itself, which has no place on a command line. */
sealed interface Secret {
  /**
   * The secret, without white space around it.
   *
   * @param option named in the error
   * @throws UsageError when it is not there, or cannot stand in a header
   */
  default String read(String option, Function<String, Optional<String>> environment) {
    String secret = find(option, environment).strip();
    UsageError.unless(!secret.isEmpty(), option + " " + this, "the secret is empty");
    UsageError.unless(
        secret.chars().allMatch(c -> c >= ' ' && c < 0x7f),
        option + " " + this,
        "the secret holds a line break or other characters that no header can carry");
    return secret;
  }

  /** The text as it stands there. */
  String find(String option, Function<String, Optional<String>> environment);

  /** The value of an environment variable. */
  record Variable(String name) implements Secret {
    @Override
    public String find(String option, Function<String, Optional<String>> environment) {
      return environment
          .apply(name)
          .orElseThrow(() -> new UsageError(option + " " + this + ": the variable is not set"));
    }

    @Override
    public String toString() {
      return "env:" + name;
    }
  }

  /** The contents of a file, such as a mounted Kubernetes secret. */
  record InFile(Path path) implements Secret {
    @Override
    public String find(String option, Function<String, Optional<String>> environment) {
      try {
        return Files.readString(path);
      } catch (IOException unreadable) {
        throw new UsageError(
            option
                + " "
                + this
                + ": the file cannot be read"
                + (unreadable instanceof NoSuchFileException ? ", there is none" : ""));
      }
    }

    @Override
    public String toString() {
      return "file:" + path;
    }
  }
}
