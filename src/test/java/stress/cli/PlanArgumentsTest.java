package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options out of a plan file: what they become, what wins, and what is said of wrong ones. */
final class PlanArgumentsTest {
  @TempDir Path folder;

  private String plan(String text) {
    try {
      return Files.writeString(folder.resolve("plan.yaml"), text).toString();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String[] planned(String text, String... arguments) {
    String file = plan(text);
    return InMemory.stress()
        .planned(Stream.of(arguments).map(a -> a.replace("FILE", file)).toArray(String[]::new));
  }

  @Test
  void itsOptionsStandBehindThoseGiven() {
    String text =
        """
        jobs: 30
        batch-size: 5
        quiet: true
        simulate: false
        threshold:
          - submissions.success >= 100%
          - jobs.total.high.p95 < 2s
        """;
    assertThat(planned(text, "jobs", "--plan", "FILE"))
        .containsExactly(
            "jobs",
            "--plan",
            plan(text),
            "--jobs=30",
            "--batch-size=5",
            "--quiet",
            "--threshold=submissions.success >= 100%",
            "--threshold=jobs.total.high.p95 < 2s");
  }

  @Test
  void thoseGivenWin() {
    assertThat(planned("jobs: 30\nbatch-size: 5\n", "jobs", "--plan=FILE", "--jobs", "7"))
        .endsWith("--jobs", "7", "--batch-size=5");
    assertThat(planned("jobs: 30\nthreshold: [a]\n", "jobs", "--plan=FILE", "--threshold=b"))
        .endsWith("--threshold=b", "--jobs=30");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jobs: 5               | jobs",
        "connections: 5        | websocket",
        "url: ws://h:1         | websocket",
        "test-type: throughput | websocket",
        "test-type: submission | jobs",
      })
  void theyDecideWhichCommandOptionsMean(String text, String command) {
    assertThat(planned(text, "--plan", "FILE")).startsWith(command, "--plan");
  }

  @Test
  void withoutOneNothingChanges() {
    assertThat(InMemory.stress().planned("jobs", "--jobs", "5"))
        .containsExactly("jobs", "--jobs", "5");
    assertThat(InMemory.stress().planned("ws", "--quiet")).containsExactly("ws", "--quiet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "job: 5             | plan.yaml:1:1: /job: unknown key 'job'; did you mean 'jobs'?",
        "connectoins: 5     | unknown key 'connectoins'",
        "plan: other.yaml   | unknown key 'plan'",
        "help: true         | unknown key 'help'",
        "jobs: many         | plan.yaml:1:1: /jobs: Invalid value for option '--jobs'",
        "jobs: true         | plan.yaml:1:1: /jobs: Invalid value for option '--jobs'",
        "jobs: [1, 2]       | /jobs: found 2 values, expected one value: the option cannot be repeated",
        "quiet: 5           | /quiet: found '5', expected true or false",
        "quiet: yes please  | /quiet: found 'yes please', expected true or false",
        "timeout: soon      | /timeout: Invalid value for option '--timeout': ",
        "bearer: s3cr3t     | /bearer: Invalid value for option '--bearer': ",
        "header: s3cr3t     | /header: Invalid value for option '--header' ",
        "jobs:              | /jobs: found nothing, expected a value",
        "# nothing          | plan.yaml: found nothing, expected names and values",
        "\"rate: 1/s\nusers: 2\" | --rate and --users cannot be given together",
        "\"simulate: true\nurl: http://h\" | --simulate brings its own target",
      })
  void whatIsWrongInItIsSaidAndNothingIsSent(String text, String said) {
    Ran ran = InMemory.run("jobs", "--plan", plan(text));
    assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .startsWith("stress: ")
        .contains(said)
        .doesNotContain("Exception", "null", "s3cr3t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jobs --plan absent.yaml             | absent.yaml: there is no such file",
        "jobs --plan src                     | src: found a directory, expected a file",
        "jobs --plan                         | --plan",
        "report --plan pom.xml               | --plan",
        "jobs --plan a.yaml --plan b.yaml    | a.yaml: there is no such file",
      })
  void whatIsNoFileIsSaid(String arguments, String said) {
    Ran ran = InMemory.run(arguments.split(" "));
    assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
    assertThat(ran.err()).startsWith("stress: ").contains(said).doesNotContain("Exception");
  }

  @Test
  void aSecondFileIsRefused() {
    String file = plan("jobs: 5\n");
    assertThat(InMemory.run("jobs", "--plan", file, "--plan", file).err())
        .contains("--plan is given twice");
  }

  /** It goes with every command that puts a target under load. */
  @Test
  void socketsAndSuitesHaveThem() {
    assertThat(planned("connections: 3\nduration: 10\n", "ws", "--plan", "FILE"))
        .endsWith("--connections=3", "--duration=10");
    assertThat(planned("level: heavy\nkeep-going: true\n", "suite", "--plan", "FILE"))
        .endsWith("--level=heavy", "--keep-going");
    assertThat(InMemory.run("suite", "--plan", plan("jobs: 5\n")).err())
        .contains("plan.yaml:1:1: /jobs: unknown key 'jobs'");
  }
}
