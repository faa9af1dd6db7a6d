package stress.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import stress.contract.ContractException;
import stress.measure.RunFileException;
import stress.verdict.ExitCode;

/** The command line: from arguments to an exit code, with every error said in one place. */
public final class Stress {
  private static final int HELP_COLUMNS = 80;
  private static final int LONGEST_OPTION = 30;

  private static final Set<String> VERSION = Set.of("-V", "--version");

  private final Process process;

  /** By name, in the order of the help text. */
  private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

  /**
   * @param vertx asked for only by a command that needs it
   */
  public Stress(Process process, VertxSource vertx) {
    this.process = process;
    Console console = process.console();
    commands.put("jobs", () -> new JobsCommand(process, vertx));
    commands.put("websocket", () -> new WebsocketCommand(process, vertx));
    commands.put("simulate", () -> new SimulateCommand(process, vertx));
    commands.put("report", () -> new ReportCommand(console));
    commands.put("merge", () -> new MergeCommand(process));
    commands.put("compare", () -> new CompareCommand(console));
    commands.put(
        "contract", () -> new ContractCommand(console.out(), console.err(), process.environment()));
  }

  /** Reading all options of a command takes its time, so only what may be called is made. */
  private CommandLine program(String... args) {
    CommandLine program = new CommandLine(new StressCommand());
    Routing.callable(commands.keySet(), args)
        .forEach(name -> program.addSubcommand(commands.get(name).get()));
    program.getSubcommands().values().forEach(Stress::addHelp);
    Console console = process.console();
    return program
        .setOut(console.out())
        .setErr(console.err())
        .setUsageHelpWidth(HELP_COLUMNS)
        .setUsageHelpLongOptionsMaxWidth(LONGEST_OPTION)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(console.outIsTerminal() ? Ansi.ON : Ansi.OFF))
        .setExecutionStrategy(Stress::carryOut)
        .setParameterExceptionHandler(this::wrongCommand)
        .setExecutionExceptionHandler(this::failed);
  }

  private static void addHelp(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true);
    command.getCommandSpec().versionProvider(new Version());
  }

  /** Carries out one command; the exit code. */
  public int execute(String... args) {
    int code = args.length == 1 && VERSION.contains(args[0]) ? version() : command(args);
    process.console().out().flush();
    process.console().err().flush();
    return code;
  }

  /** The arguments with the command that options without one mean. */
  String[] routed(String... args) {
    return Routing.of(program(args), args);
  }

  private int command(String... args) {
    CommandLine program = program(args);
    return program.execute(Routing.of(program, args));
  }

  /** The question that is asked most often needs no reading of options. */
  private int version() {
    for (String line : new Version().getVersion()) {
      process.console().out().println(line);
    }
    return ExitCode.PASSED.code();
  }

  private static int carryOut(CommandLine.ParseResult parsed) {
    onlyOnce(parsed);
    return new CommandLine.RunLast().execute(parsed);
  }

  /** Options in groups may be repeated without picocli's noticing; the last one would count. */
  private static void onlyOnce(CommandLine.ParseResult parsed) {
    for (CommandLine.ParseResult command = parsed;
        command != null;
        command = command.hasSubcommand() ? command.subcommand() : null) {
      for (OptionSpec option : command.commandSpec().options()) {
        if (!option.isMultiValue() && times(option, parsed.originalArgs()) > 1) {
          throw new ParameterException(
              command.commandSpec().commandLine(), option.longestName() + " is given twice");
        }
      }
    }
  }

  private static long times(OptionSpec option, List<String> args) {
    return args.stream()
        .filter(
            arg ->
                Stream.of(option.names())
                    .anyMatch(name -> arg.equals(name) || arg.startsWith(name + "=")))
        .count();
  }

  private int wrongCommand(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    process.console().err().println("stress: " + wrong.getMessage());
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      suggestions(unmatched);
    }
    sayWhereHelpIs(command);
    return ExitCode.USAGE.code();
  }

  private void sayWhereHelpIs(CommandLine command) {
    process
        .console()
        .err()
        .println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
  }

  private void suggestions(UnmatchedArgumentException unmatched) {
    List<String> nearest = unmatched.getSuggestions();
    if (!nearest.isEmpty()) {
      process.console().err().println("Did you mean " + String.join(" or ", nearest) + "?");
    }
  }

  private int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof UsageError
        || failure instanceof ContractException
        || failure instanceof RunFileException) {
      process.console().err().println("stress: " + failure.getMessage());
      if (failure instanceof UsageError) {
        sayWhereHelpIs(command);
      }
      return ExitCode.USAGE.code();
    }
    process.console().err().println("stress: failed; this is a bug, please report it:");
    failure.printStackTrace(process.console().err());
    return ExitCode.STRESS_FAILED.code();
  }
}
