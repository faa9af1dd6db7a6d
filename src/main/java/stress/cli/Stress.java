package stress.cli;

import io.vertx.core.Vertx;
import java.util.List;
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

  private final Process process;
  private final CommandLine commandLine;

  /**
   * @param vertx asked for only by a command that needs it
   */
  public Stress(Process process, Supplier<Vertx> vertx) {
    this.process = process;
    Console console = process.console();
    this.commandLine =
        new CommandLine(new StressCommand())
            .addSubcommand(new JobsCommand(process, vertx))
            .addSubcommand(new WebsocketCommand(process, vertx))
            .addSubcommand(new SimulateCommand(process, vertx))
            .addSubcommand(new ReportCommand(console))
            .addSubcommand(
                new ContractCommand(console.out(), console.err(), process.environment()));
    commandLine.getSubcommands().values().forEach(Stress::addHelp);
    commandLine
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
    int code = commandLine.execute(routed(args));
    process.console().out().flush();
    process.console().err().flush();
    return code;
  }

  /** The arguments with the command that options without one mean. */
  String[] routed(String... args) {
    return Routing.of(commandLine, args);
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
