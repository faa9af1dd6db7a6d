package stress.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import stress.contract.Settings;
import stress.contract.Settings.Setting;

/**
 * Options of a command that stand in a file, by their long names without dashes, as arguments. Each
 * is tried alone, so that what is wrong with it is said with its place in the file.
 */
final class OptionFile {
  private final CommandLine command;
  private final List<OptionSpec> options;

  /**
   * @param command parses what is tried, and nothing else later
   * @param allowed which of its options may stand in the file
   */
  OptionFile(CommandLine command, Predicate<OptionSpec> allowed) {
    this.command = command;
    this.options =
        command.getCommandSpec().options().stream()
            .filter(option -> !option.usageHelp() && !option.versionHelp())
            .filter(allowed)
            .toList();
  }

  /** An option of the file, with the arguments that say the same. */
  record Filed(OptionSpec option, List<String> arguments) {}

  /**
   * @throws stress.contract.ContractException when a name is none of the options', or a value none
   *     of the option's
   */
  List<Filed> read(Settings settings) {
    return settings.of(options.stream().map(OptionFile::name).toList()).stream()
        .map(this::filed)
        .toList();
  }

  static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^--", "");
  }

  private Filed filed(Setting setting) {
    OptionSpec option =
        options.stream().filter(o -> name(o).equals(setting.name())).findFirst().orElseThrow();
    List<String> arguments =
        option.arity().max() == 0 ? flag(option, setting) : valued(option, setting);
    try {
      command.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException wrong) {
      throw setting.wrong(wrong.getMessage());
    }
    return new Filed(option, arguments);
  }

  private static List<String> flag(OptionSpec option, Setting setting) {
    if (setting.values().equals(List.of("true"))) {
      return List.of(option.longestName());
    }
    if (setting.values().equals(List.of("false"))) {
      return List.of();
    }
    throw setting.wrong("found " + shown(setting) + ", expected true or false");
  }

  private static List<String> valued(OptionSpec option, Setting setting) {
    if (setting.values().size() > 1 && !option.isMultiValue()) {
      throw setting.wrong(
          "found " + shown(setting) + ", expected one value: the option cannot be repeated");
    }
    List<String> arguments = new ArrayList<>();
    setting.values().forEach(value -> arguments.add(option.longestName() + "=" + value));
    return arguments;
  }

  private static String shown(Setting setting) {
    return setting.values().size() == 1
        ? "'" + setting.values().get(0) + "'"
        : setting.values().size() + " values";
  }
}
