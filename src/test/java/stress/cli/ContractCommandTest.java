package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import stress.contract.BuiltInContracts;

class ContractCommandTest {
  private final BuiltInContracts builtIn = new BuiltInContracts(name -> Optional.empty());

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    ContractCommand command =
        new ContractCommand(new PrintWriter(out), new PrintWriter(err), name -> Optional.empty());
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  @Test
  void list() {
    assertThat(run("list"))
        .isEqualTo(
            new Ran(
                0,
                "monte-carlo        Monte Carlo job API of the trading platform (jobs, progress"
                    + " socket, queue metrics) (default)\n"
                    + "monte-carlo-async  Asynchronous Monte Carlo API of the trading platform as"
                    + " served today\n"
                    + "echo               any server that sends back what it is sent\n"
                    + "none               any WebSocket server: nothing is known of it but its"
                    + " address\n",
                ""));
  }

  @Test
  void show() {
    String text = builtIn.text("monte-carlo-async").orElseThrow();
    assertThat(run("show", "monte-carlo-async")).isEqualTo(new Ran(0, text, ""));
    assertThat(run("show", "other"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "There is no built-in contract 'other', only monte-carlo, monte-carlo-async,"
                    + " echo, none\n"));
    assertThat(run("show", "echo")).isEqualTo(new Ran(0, builtIn.text("echo").orElseThrow(), ""));
    assertThat(run("show", "none"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "The contract 'none' is no file: it says nothing of the target. A start for a"
                    + " socket of your own is 'stress contract show echo'\n"));
  }

  @Test
  void schema() {
    assertThat(run("schema")).isEqualTo(new Ran(0, builtIn.schema(), ""));
  }

  @Test
  void check(@TempDir Path folder) throws Exception {
    Path right = Files.writeString(folder.resolve("a.yaml"), builtIn.text("monte-carlo").get());
    assertThat(run("check", right.toString()))
        .isEqualTo(
            new Ran(
                0,
                right
                    + ": ok (monte-carlo: submit, status, cancel, list, bulk, queueMetrics, ready,"
                    + " socket)\n",
                ""));
    Path socket =
        Files.writeString(folder.resolve("s.yaml"), "name: s\nready: [{path: /r}]\nsocket: {}\n");
    assertThat(run("check", socket.toString()))
        .isEqualTo(new Ran(0, socket + ": ok (s: ready, socket)\n", ""));
    Path wrong = Files.writeString(folder.resolve("b.yaml"), "name: b\nsubmit: 1\nstatus: 2\n");
    Ran ran = run("check", wrong.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .hasSize(2)
        .element(0)
        .asString()
        .startsWith(wrong + ":2:1: /submit: found 1, expected an object with method, path");
  }

  @Test
  void noSubcommandIsAUsageError() {
    assertThat(run().code()).isEqualTo(2);
    assertThat(run().err()).contains("One of the subcommands list, show, check, schema is missing");
    assertThat(run("check").code()).isEqualTo(2);
  }
}
