package stress.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A machine's {@code /proc} and {@code /sys} as files that a test writes. */
final class Machine {
  private final Path root;

  Machine(Path root) {
    this.root = root;
  }

  HostFiles files() {
    return new HostFiles(root);
  }

  /** Writes a file and the folders around it. */
  Machine tells(String path, String text) {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return this;
  }

  /** Makes a link to what does not exist, as those of open sockets are. */
  Machine links(String path, String where) {
    Path link = root.resolve(path);
    try {
      Files.createDirectories(link.getParent());
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, Path.of(where));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return this;
  }
}
