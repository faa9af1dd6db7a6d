package stress.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import stress.measure.RunFile;
import stress.measure.RunResult;
import stress.verdict.Threshold;

/** Reads files that {@code --save} wrote. */
final class KeptRuns {
  private KeptRuns() {}

  /**
   * @throws UsageError when there is no such file
   * @throws stress.measure.RunFileException when it is no run
   */
  static RunResult read(Path file) {
    return checked(file.toString(), RunFile.read(bytes(file), file.toString()));
  }

  /**
   * The run, if it can be judged.
   *
   * @throws UsageError when it holds a threshold that is none, as one edited by hand may
   */
  static RunResult checked(String source, RunResult run) {
    for (int i = 0; i < run.thresholds().size(); i++) {
      try {
        Threshold.parse(run.thresholds().get(i));
      } catch (IllegalArgumentException wrong) {
        throw new UsageError(source + ": at /thresholds/" + i + ": " + wrong.getMessage());
      }
    }
    return run;
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new UsageError(file + ": is a folder; expected a file that --save wrote");
      }
      if (Files.isRegularFile(file) && Files.size(file) > RunFile.LARGEST) {
        throw new UsageError(
            file
                + ": has "
                + Files.size(file)
                + " bytes, more than any run; expected a file that --save wrote");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException absent) {
      throw new UsageError(file + ": there is no such file; expected one that --save wrote");
    } catch (AccessDeniedException denied) {
      throw new UsageError(file + ": may not be read by this user");
    } catch (IOException unreadable) {
      throw new UsageError(file + ": cannot be read: " + unreadable.getMessage());
    }
  }
}
