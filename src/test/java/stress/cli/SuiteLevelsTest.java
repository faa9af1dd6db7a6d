package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.load.Batched;
import stress.measure.Scenario;
import stress.run.JobWork;
import stress.run.Plan;
import stress.run.SocketWork;
import stress.verdict.Threshold;

/** What the levels of a suite are, built in or out of a file, and what is said of wrong ones. */
final class SuiteLevelsTest {
  private static final Process NOWHERE =
      new Process(
          new Console(
              new PrintWriter(new StringWriter()),
              new PrintWriter(new StringWriter()),
              false,
              false,
              80,
              Optional::empty),
          name -> Optional.empty(),
          (name, handler) -> {},
          code -> {});
  private static final List<String> SOMEWHERE = List.of("--url=http://h:1");

  @TempDir Path folder;

  private final SuiteParts parts =
      new SuiteParts(
          NOWHERE,
          () -> {
            throw new AssertionError("something was about to be sent");
          });

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("levels.yaml"), text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private List<SuiteParts.Ready> ready(Optional<String> level, Optional<Path> file) {
    return parts.prepare(new SuiteLevels(parts).chosen(level, file), SOMEWHERE, List.of());
  }

  private static Plan plan(SuiteParts.Ready part) {
    return part.prepared().plan().apply(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"light, 5, 30, 10, 2", "medium, 15, 60, 25, 5", "heavy, 30, 120, 50, 10"})
  void theBuiltInOnesHaveTheNumbersOfTheOlderTools(
      String level, int connections, int seconds, int jobs, int batch) {
    List<SuiteParts.Ready> ready = ready(Optional.of(level), Optional.empty());
    assertThat(ready.stream().map(SuiteParts.Ready::part)).containsExactly("websocket", "jobs");
    assertThat(ready.stream().map(SuiteParts.Ready::level)).containsOnly(level);
    SocketWork sockets = (SocketWork) plan(ready.get(0)).work();
    assertThat(sockets.scenarios()).containsExactly(Scenario.CONCURRENT);
    assertThat(sockets.load().connections()).isEqualTo(connections);
    assertThat(sockets.load().hold()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(plan(ready.get(0)).base().socket().display()).isEqualTo("ws://h:1");
    JobWork work = (JobWork) plan(ready.get(1)).work();
    assertThat(work.scenarios()).containsExactly(Scenario.END_TO_END);
    assertThat(work.load()).isEqualTo(new Batched(jobs, batch, Duration.ZERO));
    assertThat(plan(ready.get(1)).base().http().display()).isEqualTo("http://h:1");
  }

  @Test
  void lightIsTheUsualOneAndAllRise() {
    assertThat(ready(Optional.empty(), Optional.empty()))
        .extracting(SuiteParts.Ready::level)
        .containsExactly("light", "light");
    assertThat(ready(Optional.of("all"), Optional.empty()))
        .extracting(SuiteParts.Ready::level)
        .containsExactly("light", "light", "medium", "medium", "heavy", "heavy");
  }

  @Test
  void aFileHasLevelsOfItsOwn() {
    Path file =
        file(
            """
            few:
              websocket: {connections: 2, duration: 1s, test-type: throughput}
              jobs: {jobs: 4, batch-size: 2}
            soak:
              jobs: {rate: 5/s, duration: 1h, threshold: [jobs.total.high.p95 < 2s]}
            """);
    List<SuiteParts.Ready> all = ready(Optional.empty(), Optional.of(file));
    assertThat(all).extracting(SuiteParts.Ready::level).containsExactly("few", "few", "soak");
    assertThat(all.get(0).scenarios()).containsExactly(Scenario.THROUGHPUT);
    assertThat(((SocketWork) plan(all.get(0)).work()).load().connections()).isEqualTo(2);
    assertThat(plan(all.get(2)).thresholds()).contains("jobs.total.high.p95 < 2s");
    assertThat(plan(all.get(1)).thresholds()).doesNotContain("jobs.total.high.p95 < 2s");
    assertThat(ready(Optional.of("soak"), Optional.of(file)))
        .extracting(SuiteParts.Ready::part)
        .containsExactly("jobs");
  }

  @Test
  void whatIsGivenToTheSuiteWinsOverTheFile() {
    Path file = file("a: {jobs: {jobs: 1, seed: 3}, websocket: {seed: 4}}\n");
    List<SuiteLevel> levels = new SuiteLevels(parts).chosen(Optional.empty(), Optional.of(file));
    List<String> common = List.of("--url=http://h:1", "--seed=9");
    assertThat(parts.prepare(levels, common, List.of()))
        .allSatisfy(part -> assertThat(plan(part).key().seed()).isEqualTo(9));
  }

  @Test
  void aThresholdGoesToThePartsThatMeasureIt() {
    List<SuiteLevel> levels = SuiteLevels.builtIn().subList(0, 1);
    List<Threshold> demanded =
        List.of(
            Threshold.parse("connections.success >= 100%"),
            Threshold.parse("submissions.success >= 99%"));
    List<SuiteParts.Ready> ready = parts.prepare(levels, SOMEWHERE, demanded);
    assertThat(plan(ready.get(0)).thresholds())
        .contains("connections.success >= 100%")
        .noneMatch(text -> text.contains("submissions"));
    assertThat(plan(ready.get(1)).thresholds())
        .contains("submissions.success >= 99%")
        .noneMatch(text -> text.contains("connections"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a: {job: {jobs: 1}}          | levels.yaml:1:5: /a/job: unknown key 'job'; did you mean 'jobs'?",
        "a: {jobs: {job: 1}}          | /a/jobs/job: unknown key 'job'; did you mean 'jobs'?",
        "a: {jobs: {url: http://h}}   | /a/jobs/url: unknown key 'url'",
        "a: {jobs: {format: json}}    | /a/jobs/format: unknown key 'format'",
        "a: {jobs: {simulate: true}}  | unknown key 'simulate'",
        "a: {jobs: {bearer: env:X}}   | unknown key 'bearer'",
        "a: {jobs: {plan: x}}         | unknown key 'plan'",
        "a: {jobs: {jobs: x}}         | levels.yaml:1:12: /a/jobs/jobs: Invalid value for option '--jobs'",
        "a: {jobs: 5}                 | /a/jobs: found 5, expected names and values under 'jobs'",
        "a:                           | /a: found nothing, expected names and values under 'a'",
        "a/b: {jobs: {jobs: 1}}       | found the level 'a/b', expected a name of letters",
        "all: {jobs: {jobs: 1}}       | found the level 'all', expected a name of letters",
        "a: {jobs: {batch-size: 0}}   | level a, jobs: --batch-size 0: expected 1 or more",
        "a: {websocket: {connections: 0}} | level a, websocket: --connections 0: expected 1 or more",
      })
  void whatIsWrongInAFileIsSaidAndNothingIsSent(String text, String said) {
    Ran ran =
        InMemory.run("suite", "--levels", file(text).toString(), "--url", "http://127.0.0.1:1");
    assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("stress: ").contains(said).doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--level huge               | --level huge: expected light, medium, heavy or all",
        "--levels absent.yaml       | absent.yaml: there is no such file",
        "--format junit             | --format junit: a suite prints a report for each part",
        "--format xml               | --format xml: expected text, json",
        "--simulate --url http://h  | --simulate brings its own target",
        "--sim-workers 3            | goes with --simulate",
        "--threshold errors.expected>=100% | no part of this suite measures such a thing",
        "--threshold x<1            | --threshold: ",
        "--contract echo            | level light",
        "--connections 5            | --connections",
      })
  void wrongOptionsAreSaidAndNothingIsSent(String arguments, String said) {
    Ran ran = InMemory.run(("suite " + arguments).split(" "));
    assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("stress: ").contains(said).doesNotContain("Exception");
  }
}
