package stress.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file of which whoever looks sees the former content or the new one, never half of it: it is
 * written beside its place and moved there. What is no ordinary file, such as a device or a pipe,
 * and a file in a folder that cannot be written to, is written to directly.
 */
record WholeFile(Path path) {
  /**
   * @throws UsageError when it could not be written; better now than after the run
   */
  void check(String option) {
    Path file = path.toAbsolutePath();
    Path folder = file.getParent();
    String what = option + " " + path;
    UsageError.unless(!Files.isDirectory(file), what, "is a folder, expected a file");
    UsageError.unless(Files.isDirectory(folder), what, "there is no folder " + folder);
    UsageError.unless(
        Files.exists(file) ? Files.isWritable(file) : takesFiles(folder),
        what,
        "cannot be written to");
  }

  /** Tried and not asked: a superuser is told yes by folders that take nothing. */
  static boolean takesFiles(Path folder) {
    Path trial = folder.resolve(".stress." + ProcessHandle.current().pid() + ".part");
    try {
      Files.write(trial, new byte[0]);
      Files.delete(trial);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  void write(byte[] bytes) throws IOException {
    Path file = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    Path folder = file.getParent();
    boolean movable = !Files.exists(file) || Files.isRegularFile(file);
    if (!movable || !Files.isWritable(folder)) {
      Files.write(file, bytes);
      return;
    }
    long process = ProcessHandle.current().pid();
    Path part = folder.resolve("." + file.getFileName() + "." + process + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Why a file could not be read or written, as half a sentence without names of classes. */
  static String why(IOException failed) {
    if (failed instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failed instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failed instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason();
    }
    return failed.getMessage() == null ? "input or output failed" : failed.getMessage();
  }
}
