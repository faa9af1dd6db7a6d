package stress.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stress.contract.Api;
import stress.contract.BuiltInContracts;
import stress.contract.Contract;
import stress.contract.ContractException;
import stress.contract.ContractFiles;
import stress.contract.Problem;

/** {@code stress contract}: shows the built-in contracts and checks a user's own. */
@Command(
    name = "contract",
    description = "Show the built-in contracts, check your own, print the schema for editors.")
public final class ContractCommand implements Runnable {
  private static final int OK = 0;
  private static final int WRONG_CONTRACT = 2;

  private final PrintWriter out;
  private final PrintWriter err;
  private final BuiltInContracts builtIn;
  private final ContractFiles files;

  @Spec private CommandSpec spec;

  /** A command that prints to these streams and resolves header values with {@code environment}. */
  public ContractCommand(
      PrintWriter out, PrintWriter err, Function<String, Optional<String>> environment) {
    this.out = out;
    this.err = err;
    this.builtIn = new BuiltInContracts(environment);
    this.files = new ContractFiles(environment);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "One of the subcommands list, show, check, schema is missing");
  }

  @Command(
      name = "list",
      description = "List the built-in contracts.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  int list() {
    int width = builtIn.names().stream().mapToInt(String::length).max().orElse(0);
    for (String name : builtIn.names()) {
      String description = builtIn.api(name).map(Api::description).orElse("");
      String mark = name.equals(BuiltInContracts.DEFAULT) ? " (default)" : "";
      out.println(name + " ".repeat(width - name.length() + 2) + description + mark);
    }
    out.flush();
    return OK;
  }

  @Command(
      name = "show",
      description = "Print a built-in contract: a start for your own.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  int show(
      @Parameters(paramLabel = "NAME", description = "A name that 'list' prints.") String name) {
    Optional<String> text = builtIn.text(name);
    if (name.equals(BuiltInContracts.NONE)) {
      err.println(
          "The contract 'none' is no file: it says nothing of the target. A start for a socket of"
              + " your own is 'stress contract show echo'");
      err.flush();
      return WRONG_CONTRACT;
    }
    if (text.isEmpty()) {
      err.println(
          "There is no built-in contract '"
              + name
              + "', only "
              + String.join(", ", builtIn.names()));
      err.flush();
      return WRONG_CONTRACT;
    }
    out.print(text.get());
    out.flush();
    return OK;
  }

  @Command(
      name = "check",
      description = "Say whether a contract file is right, or all that is wrong.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  int check(
      @Parameters(paramLabel = "FILE", description = "The contract, YAML or JSON.") Path file) {
    try {
      Api api = files.read(file);
      out.println(file + ": ok (" + api.name() + ": " + String.join(", ", endpoints(api)) + ")");
      out.flush();
      return OK;
    } catch (ContractException e) {
      e.problems().stream().map(Problem::toString).forEach(err::println);
      err.flush();
      return WRONG_CONTRACT;
    }
  }

  @Command(
      name = "schema",
      description = "Print the JSON schema, with which editors complete.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  int schema() {
    out.print(builtIn.schema());
    out.flush();
    return OK;
  }

  private static List<String> endpoints(Api api) {
    List<String> endpoints = new ArrayList<>();
    api.jobs().ifPresent(jobs -> endpoints.addAll(ofJobs(jobs)));
    if (!api.ready().isEmpty()) {
      endpoints.add("ready");
    }
    api.findSocket().ifPresent(socket -> endpoints.add("socket"));
    return endpoints;
  }

  private static List<String> ofJobs(Contract contract) {
    List<String> endpoints = new ArrayList<>(List.of("submit", "status"));
    contract.cancel().ifPresent(call -> endpoints.add("cancel"));
    contract.list().ifPresent(call -> endpoints.add("list"));
    contract.bulk().ifPresent(call -> endpoints.add("bulk"));
    if (!contract.queueMetrics().isEmpty()) {
      endpoints.add("queueMetrics");
    }
    return endpoints;
  }
}
