package stress.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  /** Writes a file whole, and makes its folder where that is missing. */
  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    new WholeFile(file).write(text.getBytes(StandardCharsets.UTF_8));
  }

  static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
