package stress.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
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
  private final VertxSource vertx;

  /** By name, in the order of the help text. */
  private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

  /**
   * @param vertx asked for only by a command that needs it
   */
  public Stress(Process process, VertxSource vertx) {
    this.process = process;
    this.vertx = vertx;
    Console console = process.console();
    commands.put("jobs", () -> new JobsCommand(process, vertx));
    commands.put("websocket", () -> new WebsocketCommand(process, vertx));
    commands.put("suite", () -> new SuiteCommand(process, vertx));
    commands.put("simulate", () -> new SimulateCommand(process, vertx));
    commands.put("report", () -> new ReportCommand(process));
    commands.put("merge", () -> new MergeCommand(process));
    commands.put("compare", () -> new CompareCommand(process));
    commands.put("metrics", () -> new MetricsCommand(console));
    commands.put(
        "contract", () -> new ContractCommand(console.out(), console.err(), process.environment()));
  }

  /** Reading all options of a command takes its time, so only what may be called is made. */
  private CommandLine program(String... args) {
    CommandLine program = new CommandLine(new StressCommand());
    Routing.callable(commands.keySet(), args)
        .forEach(name -> program.addSubcommand(commands.get(name).get()));
    addHelp(program);
    // A command with an alias stands there twice.
    program.getSubcommands().values().stream().distinct().forEach(Stress::addHelp);
    Console console = process.console();
    return program
        .setInterpolateVariables(false)
        .setOut(console.out())
        .setErr(console.err())
        .setUsageHelpWidth(HELP_COLUMNS)
        .setUsageHelpLongOptionsMaxWidth(LONGEST_OPTION)
        .setColorScheme(CommandLine.Help.defaultColorScheme(process.colour() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(this::wrongCommand)
        .setExecutionExceptionHandler(this::failed);
  }

  static void addHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            asked("-h", "--help", "Show this help message and exit.").usageHelp(true).build())
        .addOption(
            asked("-V", "--version", "Print version information and exit.")
                .versionHelp(true)
                .build());
    command.getCommandSpec().versionProvider(new Version());
    TitledOptions.on(command);
  }

  private static OptionSpec.Builder asked(String brief, String name, String description) {
    return OptionSpec.builder(brief, name).arity("0").type(boolean.class).description(description);
  }

  /** Carries out one command; the exit code. */
  public int execute(String... args) {
    int code = args.length == 1 && VERSION.contains(args[0]) ? version() : command(args);
    process.console().out().flush();
    int end = process.console().lost().get().map(why -> lost(why, code)).orElse(code);
    process.console().err().flush();
    return end;
  }

  /** What was asked for did not arrive, so that nobody may take the code for the whole answer. */
  private int lost(String why, int code) {
    process
        .console()
        .err()
        .println(
            "stress: stdout could not be written: "
                + why
                + "; the exit code would otherwise have been "
                + code);
    return ExitCode.STRESS_FAILED.code();
  }

  /** The arguments with the command that options without one mean. */
  String[] routed(String... args) {
    return Routing.of(program(args), args);
  }

  /** The same with the options of a plan file, where one is named. */
  String[] planned(String... args) {
    return planned(program(args), args);
  }

  private String[] planned(CommandLine program, String... args) {
    return new PlanArguments(program, () -> program(args)).expanded(args);
  }

  private int command(String... args) {
    if (Routing.needsVertx(args)) {
      // Made while the options are read, which takes as long.
      vertx.soon();
    }
    CommandLine program = program(args);
    try {
      return program.execute(planned(program, args));
    } catch (UsageError | ContractException wrong) {
      // Of a plan file: what a command throws itself was said already.
      process.console().err().println("stress: " + wrong.getMessage());
      return ExitCode.USAGE.code();
    }
  }

  /** The question that is asked most often needs no reading of options. */
  private int version() {
    for (String line : new Version().getVersion()) {
      process.console().out().println(line);
    }
    return ExitCode.PASSED.code();
  }

  private int wrongCommand(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    process.console().err().println("stress: " + sentence(wrong));
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      suggestions(unmatched);
    }
    sayWhereHelpIs(command);
    return ExitCode.USAGE.code();
  }

  private static String sentence(ParameterException wrong) {
    return wrong instanceof OverwrittenOptionException twice
            && twice.getOverwritten() instanceof OptionSpec option
        ? option.longestName() + " is given twice"
        : wrong.getMessage();
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
