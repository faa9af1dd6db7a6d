package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong commands: exit code 2, a message that says which option and why, and nothing else done. */
final class OptionsTest {
  private static void refused(String arguments, String... said) {
    Ran ran = InMemory.run(arguments.isEmpty() ? new String[0] : words(arguments));
    assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("stress: ").contains(said).doesNotContain("Exception", "null");
  }

  /** Splits at spaces, except between single quotes. */
  private static String[] words(String line) {
    List<String> words = new ArrayList<>();
    String[] parts = line.split("'", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 1) {
        words.add(parts[i]);
      } else if (!parts[i].isBlank()) {
        words.addAll(List.of(parts[i].strip().split(" +")));
      }
    }
    return words.toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--jobs abc                | --jobs            | abc",
        "--jobs -1                 | --jobs -1         | expected 0 or more",
        "--jobs 1.5                | --jobs            | 1.5",
        "--jobs                    | --jobs            | required parameter",
        "--batch-size abc          | --batch-size      | abc",
        "--batch-size 0            | --batch-size 0    | expected 1 or more",
        "--batch-pause soon        | --batch-pause     | a duration such as 30 (seconds)",
        "--rate fast               | --rate            | 50/s",
        "--rate 0/s                | --rate            | 0/s",
        "--rate -5/s               | --rate            | -5/s",
        "--stages 30s              | --stages          | 30s",
        "--stages 30s@x            | --stages          | x",
        "--rate 1/s --arrival odd  | --arrival odd     | expected even or poisson",
        "--users x                 | --users           | x",
        "--users 0                 | --users 0         | expected 1 or more",
        "--users 2 --think-time x  | --think-time      | a duration such as",
        "--rate 1/s --duration x   | --duration        | a duration such as",
        "--rate 1/s --duration 0   | --duration 0      | expected more than 0s",
        "--users 1 --duration 0s   | --duration 0      | expected more than 0s",
        "--rate 1/s --max-in-flight x | --max-in-flight | x",
        "--rate 1/s --max-in-flight 0 | --max-in-flight 0 | expected 1 or more",
        "--rate 1/s --max-in-flight 5 --overflow spill | --overflow spill | expected drop or queue",
        "--test-type half          | --test-type       | submission, end-to-end, all",
        "--timeout soon            | --timeout         | a duration such as",
        "--timeout 0               | --timeout         | at least 1ms",
        "--follow closely          | --follow          | poll, socket, auto",
        "--poll-interval x         | --poll-interval   | a duration such as",
        "--poll-interval 0         | --poll-interval   | at least 1ms",
        "--max-poll-rate x         | --max-poll-rate   | x",
        "--max-poll-rate 0/s       | --max-poll-rate   | more than 0",
        "--seed x                  | --seed            | x",
        "--budget x                | --budget          | a duration such as",
        "--budget 0                | --budget          | at least 1ms",
        "--monitor-pid x           | --monitor-pid     | x",
        "--monitor-pid -3          | --monitor-pid -3  | there is no such process here",
        "--monitor-pid 999999999   | --monitor-pid     | there is no such process here",
        "--monitor-url ws://h      | --monitor-url     | expected http:// or https://",
        "--monitor-url localhost   | --monitor-url     | no scheme",
        "--monitor-series depth    | --monitor-series  | goes with --monitor-url",
        "--monitor-url http://h --monitor-series 'a b' | --monitor-series 'a b' | a metric's name",
        "--url localhost:8000      | --url             | http://",
        "--url ftp://localhost     | --url             | ftp",
        "--url http://             | --url             | http://",
        "--url http://h:99999      | --url             | 99999",
        "--url http://h?a=b        | --url http://h    | a base has no query",
        "--wait-for-target x       | --wait-for-target | a duration such as",
        "--request-timeout 0       | --request-timeout | at least 1ms",
        "--request-timeout x       | --request-timeout | a duration such as",
        "--connect-timeout 0       | --connect-timeout | at least 1ms",
        "--connect-timeout x       | --connect-timeout | a duration such as",
        "--format xml              | --format xml      | expected text, json, junit, markdown or html",
        "--personality nice        | --personality     | monte-carlo-async",
        "--simulate --sim-workers 0 | --sim-workers 0  | expected 1 or more",
        "--sim-workers x           | --sim-workers     | x",
        "--job-time x              | --job-time        | a duration such as 250ms",
        "--faults submit.oops:5%   | --faults          | submit",
        "--contract no-such        | no-such           | built in are monte-carlo, monte-carlo-async",
        "--contract a*b\u0000      | a*b               | no such file",
      })
  void eachOptionSaysWhatItExpects(String arguments, String option, String expected) {
    refused(arguments, option, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--rate 1/s --stages 1s@1/s     | --rate and --stages cannot be given together",
        "--rate 1/s --users 2           | --rate and --users cannot be given together",
        "--stages 1s@1/s --users 2      | --stages and --users cannot be given together",
        "--rate 1/s --stages 1s@1/s --users 2 | cannot be given together",
        "--users 2 --batch-size 5       | --batch-size: goes with batches, not with users",
        "--users 2 --batch-pause 1s     | --batch-pause: goes with batches, not with users",
        "--users 2 --arrival even       | --arrival: goes with --rate or --stages, not with users",
        "--users 2 --max-in-flight 2    | --max-in-flight: goes with --rate or --stages",
        "--rate 1/s --batch-size 5      | --batch-size: goes with batches, not with an open load",
        "--rate 1/s --think-time 1s     | --think-time: goes with --users, not with an open load",
        "--rate 1/s --overflow drop     | --overflow: goes with --max-in-flight",
        "--stages 1s@1/s --duration 1s  | --duration: goes with --rate, not with --stages",
        "--duration 10s                 | --duration: goes with --rate or --users, not with batches",
        "--jobs 5 --duration 10s        | --duration: goes with --rate or --users, not with batches",
        "--duration 0                   | --duration: goes with --rate or --users, not with batches",
        "--think-time 1s                | --think-time: goes with --users, not with batches",
        "--arrival poisson              | --arrival: goes with --rate or --stages, not with batches",
        "--overflow drop                | --overflow: goes with --rate or --stages",
        "--max-in-flight 5              | --max-in-flight: goes with --rate or --stages",
        "--simulate --url http://h      | --simulate brings its own target",
        "--faults server.stall=1s@1s    | --faults: goes with --simulate",
        "--job-time 1s --url http://h   | --job-time: goes with --simulate",
        "--sim-workers 3                | --sim-workers: goes with --simulate",
        "--personality other            | --personality: goes with --simulate",
        "--jobs 5 surplus               | surplus",
        "--job 5                        | --job",
        "jobs report                    | report",
        "--jobs 5 --jobs 6              | --jobs is given twice",
        "--jobs=5 --quiet --quiet       | --quiet is given twice",
        "report                         | FILE",
        "report absent.json             | absent.json: there is no such file",
        "simulate --port x              | --port",
        "simulate --port 70000          | --port 70000: expected 0",
        "simulate --sim-workers 0       | --sim-workers 0: expected 1 or more",
        "contract                       | One of the subcommands",
        "contract show                  | NAME",
        "frobnicate                     | frobnicate",
        "\"\"                           | nothing to do: expected a command, or options such as",
      })
  void whatContradictsItselfIsNotCarriedOut(String arguments, String said) {
    refused(arguments == null ? "" : arguments, said);
  }

  @Test
  void everyWrongCommandNamesTheHelp() {
    assertThat(InMemory.run("--jobs", "x").err()).endsWith("See 'stress jobs --help'.\n");
    assertThat(InMemory.run().err()).endsWith("See 'stress --help'.\n");
    assertThat(InMemory.run("report").err()).endsWith("See 'stress report --help'.\n");
    assertThat(InMemory.run("--rate", "1/s", "--users", "2").err())
        .endsWith("See 'stress jobs --help'.\n");
  }

  @Test
  void aNearMissIsSuggested() {
    assertThat(InMemory.run("--job", "5").err()).contains("Did you mean", "--jobs");
    assertThat(InMemory.run("--polinterval", "5").err()).contains("--poll-interval");
    assertThat(InMemory.run("simluate").err()).contains("Did you mean simulate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization s3cr3t",
        "Author ization: s3cr3t",
        ": s3cr3t",
        "s3cr3t",
        "X-Key: s3cr3t\u0007.",
        "X-Key: s3cr3t\nX-Other: y",
        "Content-Length: 12s3cr3t",
        "transfer-encoding: s3cr3t",
      })
  void aWrongHeaderIsNotShown(String header) {
    Ran ran = InMemory.run("--header", header);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--header").doesNotContain("s3cr3t");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void aSocketIsAskedOfAContractWithoutOne(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("api.yaml"),
            """
            name: api
            submit: {path: /jobs, id: /id}
            status: {path: "/jobs/{id}", word: /s, words: {succeeded: done}}
            """);
    refused(
        "--url http://h --follow socket --contract " + file,
        "--follow socket: the contract 'api' has no socket; expected poll");
    refused("--contract " + file, "--url is missing: the contract 'api' names no base");
    Files.writeString(file, "name: api\nsubmit: 1\n");
    refused("--contract " + file, file + ":2:", "/submit: found 1");
  }

  @Test
  void aFileThatCannotBeKeptIsRefusedBeforeTheRun(@TempDir Path folder) throws IOException {
    refused("--save " + folder, "--save " + folder, "is a folder, expected a file");
    refused(
        "--save " + folder.resolve("no/run.json"), "there is no folder " + folder.resolve("no"));
    Path file = Files.writeString(folder.resolve("run.json"), "{");
    refused("report " + file, file + ": ");
    refused(
        "report " + file + " --format xml",
        "--format xml: expected text, json, junit, markdown or html");
  }
}
