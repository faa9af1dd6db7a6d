package stress.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which levels are carried out, and when the suite goes on. */
public final class LevelOptions implements Titled {
  @Option(
      names = "--level",
      paramLabel = "NAME",
      description = "light (default), medium, heavy, or all of them")
  Optional<String> level = Optional.empty();

  @Option(
      names = "--levels",
      paramLabel = "FILE",
      description = "Levels of your own (YAML; see the manual)")
  Optional<Path> levels = Optional.empty();

  @Option(names = "--keep-going", description = "Do not stop at the first level that fails")
  boolean keepGoing;

  @Option(names = "--cleanup", description = "Cancel at the end what did not settle")
  boolean cleanup;

  @Override
  public String title() {
    return "Levels";
  }
}
