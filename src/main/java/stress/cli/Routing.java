package stress.cli;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Finds the command that options without one mean: {@code stress --jobs 50} is {@code stress jobs},
 * {@code stress --connections 10} is {@code stress websocket}.
 */
final class Routing {
  private static final Set<String> OF_THE_PROGRAM = Set.of("-h", "--help", "-V", "--version");
  private static final Set<String> SOCKET_TESTS = Set.of("concurrent", "throughput", "errors");
  static final String JOBS = "jobs";
  static final String SOCKETS = "websocket";
  static final String SOCKETS_IN_SHORT = "ws";

  private static final Set<String> OF_VERTX =
      Set.of(JOBS, SOCKETS, SOCKETS_IN_SHORT, "suite", "simulate");

  private Routing() {}

  static String[] of(CommandLine program, String... args) {
    return of(program, List.of(), args);
  }

  /**
   * @param filed options that stand elsewhere and decide which command is meant, too
   */
  static String[] of(CommandLine program, List<String> filed, String... args) {
    if (!beginsWithOptions(args)) {
      return args;
    }
    List<String> all = Stream.concat(Stream.of(args), filed.stream()).toList();
    String command = meansSockets(program, all) ? SOCKETS : JOBS;
    return Stream.concat(Stream.of(command), Stream.of(args)).toArray(String[]::new);
  }

  /**
   * The commands that such arguments may call, in the order given: one that is named, two that
   * options without a command can mean, or all when they are asked for or misspelt.
   */
  static List<String> callable(Collection<String> commands, String... args) {
    String first = args.length > 0 ? args[0] : "";
    String named = first.equals(SOCKETS_IN_SHORT) ? SOCKETS : first;
    return commands.stream()
        .filter(
            name ->
                beginsWithOptions(args)
                    ? name.equals(JOBS) || name.equals(SOCKETS)
                    : name.equals(named) || !commands.contains(named))
        .toList();
  }

  /** Whether such arguments, if they are right, talk to a target or are one. */
  static boolean needsVertx(String... args) {
    List<String> words = List.of(args);
    return words.stream().noneMatch(OF_THE_PROGRAM::contains)
        && (beginsWithOptions(args) || !words.isEmpty() && OF_VERTX.contains(words.get(0)));
  }

  private static boolean beginsWithOptions(String... args) {
    return args.length > 0 && args[0].startsWith("-") && !OF_THE_PROGRAM.contains(args[0]);
  }

  private static boolean meansSockets(CommandLine program, List<String> args) {
    CommandSpec jobs = program.getSubcommands().get(JOBS).getCommandSpec();
    CommandSpec sockets = program.getSubcommands().get(SOCKETS).getCommandSpec();
    for (int i = 0; i < args.size(); i++) {
      String[] parts = args.get(i).split("=", 2);
      String name = parts[0];
      if (sockets.findOption(name) != null && jobs.findOption(name) == null) {
        return true;
      }
      String value = parts.length == 2 ? parts[1] : i + 1 < args.size() ? args.get(i + 1) : "";
      if (name.equals("--url") && value.matches("(?i)wss?://.*")
          || name.equals("--test-type") && SOCKET_TESTS.contains(value)) {
        return true;
      }
    }
    return false;
  }
}
