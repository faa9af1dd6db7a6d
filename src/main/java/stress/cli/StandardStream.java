package stress.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the process's own streams, which remembers why it could not be written to: the writers
 * above it only say that something failed. Any thread.
 */
final class StandardStream extends OutputStream {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private final int number;
  private final OutputStream stream;

  /** Open as long as the process, so that no file and no socket gets the stream's number. */
  private final List<InputStream> placeholders;

  private volatile IOException failure;

  private StandardStream(int number, OutputStream stream, List<InputStream> placeholders) {
    this.number = number;
    this.stream = stream;
    this.placeholders = placeholders;
  }

  /**
   * @param number 1 or 2, as {@code descriptor} is
   */
  static StandardStream of(FileDescriptor descriptor, int number) {
    return new StandardStream(number, new FileOutputStream(descriptor), placeholders(number));
  }

  /**
   * What was closed when the process began would be the first number that the system gives away: to
   * a socket, perhaps, which would then get the report.
   */
  private static List<InputStream> placeholders(int number) {
    List<InputStream> opened = new ArrayList<>();
    try {
      while (Files.isDirectory(DESCRIPTORS)
          && opened.size() <= number
          && Files.notExists(
              DESCRIPTORS.resolve(Integer.toString(number)),
              java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
        opened.add(new FileInputStream("/dev/null"));
      }
    } catch (IOException noDevices) {
      return opened;
    }
    return opened;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      stream.write(bytes, from, length);
    } catch (IOException failed) {
      failure = failure == null ? failed : failure;
      throw failed;
    }
  }

  /**
   * Why something that was written is lost; absent where nothing is, and where a reader such as
   * {@code head} had enough and closed its end, which is no loss.
   */
  Optional<String> lost() {
    return Optional.ofNullable(failure)
        .filter(failed -> !leadsToReader() && !isBrokenPipe(failed))
        .map(WholeFile::why);
  }

  /**
   * Where the system says what the stream is, the failure's words, in some language, count less.
   */
  private boolean leadsToReader() {
    try {
      String file =
          Files.readSymbolicLink(DESCRIPTORS.resolve(Integer.toString(number))).toString();
      return file.startsWith("pipe:") || file.startsWith("socket:");
    } catch (IOException | RuntimeException notLinux) {
      return false;
    }
  }

  private static boolean isBrokenPipe(IOException failed) {
    return String.valueOf(failed.getMessage()).contains("Broken pipe");
  }

  @Override
  public String toString() {
    return "descriptor " + number + (placeholders.isEmpty() ? "" : ", closed from the beginning");
  }
}
