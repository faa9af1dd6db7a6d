package stress.cli;

import java.io.IOException;
import java.util.Optional;

/**
 * One file that a report goes to.
 *
 * @param name the option that asked for it and the file, as a message names them
 */
record Delivery(String name, Writing writing) {
  /** What is to be done. */
  @FunctionalInterface
  interface Writing {
    void write() throws IOException;
  }

  /** Does it; a sentence where it failed. */
  Optional<String> carryOut() {
    try {
      writing.write();
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(name + ": could not be written: " + WholeFile.why(failed));
    }
  }
}
