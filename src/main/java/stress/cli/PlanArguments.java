package stress.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import stress.contract.Settings;

/**
 * Puts the options of a plan file among the arguments, for those options that were not given
 * themselves. The file is looked at only where {@code --plan} stands among the arguments.
 */
final class PlanArguments {
  static final String OPTION = "--plan";

  private final CommandLine program;
  private final Supplier<CommandLine> another;

  /**
   * @param another makes the same program once more, to try options on
   */
  PlanArguments(CommandLine program, Supplier<CommandLine> another) {
    this.program = program;
    this.another = another;
  }

  /**
   * The arguments with a command in front, and with the options of the plan file behind.
   *
   * @throws stress.contract.ContractException when the file is wrong
   * @throws UsageError when its name is none
   */
  String[] expanded(String... args) {
    Optional<Path> file = file(args);
    String[] unread = Routing.of(program, args);
    if (file.isEmpty() || unread.length == 0 || !hasPlans(unread[0])) {
      // That there is no such option is said when the arguments are read.
      return unread;
    }
    Settings plan = Settings.read(file.get());
    List<String> hints = plan.glance().stream().map(pair -> "--" + pair).toList();
    String[] routed = Routing.of(program, hints, args);
    Set<String> given = given(program.getSubcommands().get(routed[0]).getCommandSpec(), routed);
    List<String> all = new ArrayList<>(List.of(routed));
    // Without a parent, whose options it would read first.
    CommandLine trial = new CommandLine(another.get().getSubcommands().get(routed[0]).getCommand());
    new OptionFile(trial, option -> !option.longestName().equals(OPTION))
        .read(plan).stream()
            .filter(filed -> !given.contains(filed.option().longestName()))
            .forEach(filed -> all.addAll(filed.arguments()));
    return all.toArray(String[]::new);
  }

  private boolean hasPlans(String name) {
    CommandLine command = program.getSubcommands().get(name);
    return command != null && command.getCommandSpec().findOption(OPTION) != null;
  }

  /** A value of an option never looks like an option, so that this needs no parser. */
  private static Optional<Path> file(String... args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(OPTION + "=")) {
        return Optional.of(path(args[i].substring(OPTION.length() + 1)));
      }
      if (args[i].equals(OPTION) && i + 1 < args.length) {
        return Optional.of(path(args[i + 1]));
      }
    }
    return Optional.empty();
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException wrong) {
      throw new UsageError(OPTION + " " + name + ": expected the name of a file");
    }
  }

  private static Set<String> given(CommandSpec command, String... args) {
    return Arrays.stream(args)
        .map(arg -> arg.split("=", 2)[0])
        .filter(name -> name.startsWith("-"))
        .map(command::findOption)
        .filter(Objects::nonNull)
        .map(OptionSpec::longestName)
        .collect(Collectors.toSet());
  }
}
