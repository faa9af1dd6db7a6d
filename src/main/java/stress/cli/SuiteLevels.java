package stress.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import stress.contract.Settings;

/** The levels that a suite can have: those of the seed's comprehensive test, or those of a file. */
final class SuiteLevels {
  static final String ALL = "all";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,29}");
  private static final List<SuiteLevel> BUILT_IN =
      List.of(
          usual("light", 5, 30, 10, 2),
          usual("medium", 15, 60, 25, 5),
          usual("heavy", 30, 120, 50, 10));

  private final SuiteParts parts;

  SuiteLevels(SuiteParts parts) {
    this.parts = parts;
  }

  private static SuiteLevel usual(String name, int connections, int seconds, int jobs, int batch) {
    return new SuiteLevel(
        name,
        List.of(
            new SuiteLevel.Part(
                Routing.SOCKETS,
                List.of("--connections=" + connections, "--duration=" + seconds + "s")),
            new SuiteLevel.Part(Routing.JOBS, List.of("--jobs=" + jobs, "--batch-size=" + batch))));
  }

  static List<SuiteLevel> builtIn() {
    return BUILT_IN;
  }

  /**
   * Those that were asked for, in order: of a file all, of the built-in ones the first, unless one
   * is named.
   *
   * @throws UsageError when there is none of that name
   * @throws stress.contract.ContractException when the file is wrong
   */
  List<SuiteLevel> chosen(Optional<String> name, Optional<Path> file) {
    List<SuiteLevel> levels = file.map(this::read).orElse(BUILT_IN);
    String wanted = name.orElse(file.isPresent() ? ALL : BUILT_IN.get(0).name());
    List<SuiteLevel> chosen =
        levels.stream().filter(level -> wanted.equals(ALL) || level.name().equals(wanted)).toList();
    UsageError.unless(
        !chosen.isEmpty(),
        "--level " + wanted,
        "expected "
            + String.join(", ", levels.stream().map(SuiteLevel::name).toList())
            + " or all");
    return chosen;
  }

  private List<SuiteLevel> read(Path file) {
    Settings settings = Settings.read(file);
    List<SuiteLevel> levels = new ArrayList<>();
    for (Settings.Group group : settings.groups(Optional.empty())) {
      if (!NAME.matcher(group.name()).matches() || group.name().equals(ALL)) {
        throw group
            .settings()
            .wrong(
                "found the level '"
                    + group.name()
                    + "', expected a name of letters, digits, '.', '_' and '-', at most 30, and not"
                    + " 'all', which means all levels");
      }
      levels.add(new SuiteLevel(group.name(), parts(group.settings())));
    }
    return levels;
  }

  private List<SuiteLevel.Part> parts(Settings level) {
    return level.groups(Optional.of(SuiteParts.NAMES)).stream().map(this::part).toList();
  }

  private SuiteLevel.Part part(Settings.Group group) {
    CommandLine command = new CommandLine(parts.command(group.name()));
    List<String> arguments = new ArrayList<>();
    new OptionFile(command, option -> mayStand(command, option))
        .read(group.settings())
        .forEach(filed -> arguments.addAll(filed.arguments()));
    return new SuiteLevel.Part(group.name(), arguments);
  }

  /** What is tested and how it is reported is one for the whole suite. */
  private static boolean mayStand(CommandLine command, OptionSpec option) {
    return SuiteParts.holders(command.getCommandSpec(), option)
            .noneMatch(
                holder ->
                    holder instanceof TargetOptions
                        || holder instanceof AccessOptions
                        || holder instanceof SimulatorOptions
                        || holder instanceof OutputOptions)
        && !option.longestName().equals(PlanArguments.OPTION);
  }
}
