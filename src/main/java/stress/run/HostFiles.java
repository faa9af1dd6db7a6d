package stress.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files in which Linux tells of processes, {@code /proc} and {@code /sys}, below a root that a
 * test can choose. What cannot be read is absent, as all of it is on other systems. Any thread;
 * reading may block, so not on the event loop while it measures.
 */
public final class HostFiles {
  /**
   * Files of {@code /proc/sys} tell everything at the first read or never: the JDK's own reading of
   * whole files asks for one byte first, since their length is said to be 0, and gets no more.
   */
  private static final int BLOCK = 8_192;

  private final Path root;

  /**
   * @param root {@code /} of the machine
   */
  public HostFiles(Path root) {
    this.root = root;
  }

  /** Those of this machine. */
  public static HostFiles ofTheMachine() {
    return new HostFiles(Path.of("/"));
  }

  /**
   * @param path without a slash at its beginning
   */
  Optional<String> text(String path) {
    try (InputStream file = Files.newInputStream(root.resolve(path))) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[BLOCK];
      int read = file.read(buffer);
      while (read > 0) {
        bytes.write(buffer, 0, read);
        read = file.read(buffer);
      }
      return Optional.of(bytes.toString(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException notHere) {
      return Optional.empty();
    }
  }

  /** The whole number that the expression's first group finds in a file. */
  OptionalLong number(String path, Pattern expression) {
    return found(text(path).orElse(""), expression);
  }

  static OptionalLong found(CharSequence text, Pattern expression) {
    Matcher matcher = expression.matcher(text);
    return matcher.find() && matcher.group(1).length() <= 18
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /** The names in a folder; none where it cannot be read. */
  List<String> names(String folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(folder))) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (IOException | RuntimeException notHere) {
      return List.of();
    }
    return names;
  }

  /** Where a symbolic link leads, as text. */
  Optional<String> link(String path) {
    try {
      return Optional.of(Files.readSymbolicLink(root.resolve(path)).toString());
    } catch (IOException | RuntimeException notHere) {
      return Optional.empty();
    }
  }
}
