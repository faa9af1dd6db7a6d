package stress.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import stress.measure.Scenario;
import stress.verdict.Threshold;

/** Makes the parts of a suite: each is one of the program's own commands with a level's options. */
final class SuiteParts {
  static final List<String> NAMES = List.of(Routing.SOCKETS, Routing.JOBS);

  private final Process process;
  private final VertxSource vertx;

  SuiteParts(Process process, VertxSource vertx) {
    this.process = process;
    this.vertx = vertx;
  }

  /** One part, decided and checked. */
  record Ready(String level, String part, List<Scenario> scenarios, Preparation prepared) {}

  /** A new command of that name. */
  LoadCommand command(String name) {
    return name.equals(Routing.SOCKETS)
        ? new WebsocketCommand(process, vertx)
        : new JobsCommand(process, vertx);
  }

  /**
   * All parts of the levels, in order.
   *
   * @param common arguments of every part, which win over those of a level
   * @param demanded of those parts that measure such a thing
   * @throws UsageError when a part cannot be carried out so; it names level and part
   */
  List<Ready> prepare(List<SuiteLevel> levels, List<String> common, List<Threshold> demanded) {
    List<Ready> ready = new ArrayList<>();
    for (SuiteLevel level : levels) {
      for (SuiteLevel.Part part : level.parts()) {
        ready.add(prepare(level.name(), part, common, demanded));
      }
    }
    for (Threshold threshold : demanded) {
      UsageError.unless(
          ready.stream().flatMap(one -> one.scenarios().stream()).anyMatch(threshold::concerns),
          "threshold '" + threshold.demand() + "'",
          "no part of this suite measures such a thing");
    }
    return ready;
  }

  private Ready prepare(
      String level, SuiteLevel.Part part, List<String> common, List<Threshold> demanded) {
    LoadCommand command = command(part.command());
    List<String> own = part.arguments().stream().filter(arg -> !isIn(common, arg)).toList();
    new CommandLine(command)
        .parseArgs(Stream.concat(own.stream(), common.stream()).toArray(String[]::new));
    command.demand(
        demanded.stream()
            .filter(threshold -> command.scenarios().stream().anyMatch(threshold::concerns))
            .map(Threshold::text)
            .toList());
    try {
      return new Ready(level, part.command(), command.scenarios(), command.prepare());
    } catch (UsageError wrong) {
      throw new UsageError("level " + level + ", " + part.command() + ": " + wrong.getMessage());
    }
  }

  private static boolean isIn(List<String> common, String argument) {
    String option = argument.split("=", 2)[0];
    return common.stream().anyMatch(other -> other.split("=", 2)[0].equals(option));
  }

  /** The objects in which an option is declared, those that they are mixed into included. */
  static Stream<Object> holders(CommandSpec command, OptionSpec option) {
    return command.mixins().values().stream()
        .filter(mixin -> mixin.options().contains(option))
        .flatMap(mixin -> Stream.concat(Stream.of(mixin.userObject()), holders(mixin, option)));
  }
}
