package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stress.measure.Counter;
import stress.measure.RunFile;
import stress.measure.RunResult;
import stress.measure.ScenarioResult;

/** Suites by process: what they carry out, where they stop, and what they leave. */
final class SuiteIT {
  /** Each takes about a second. */
  private static final String SHORT =
      """
      one:
        websocket: {connections: 2, ramp-up: 100ms, duration: 500ms}
        jobs: {jobs: 4, batch-size: 2, poll-interval: 50ms}
      two:
        jobs: {jobs: 6, batch-size: 3, poll-interval: 50ms}
      """;

  @TempDir Path folder;

  private String levels() throws IOException {
    return Files.writeString(folder.resolve("levels.yaml"), SHORT).toString();
  }

  private static ScenarioResult only(RunResult run) {
    assertThat(run.scenarios()).hasSize(1);
    return run.scenarios().get(0);
  }

  private RunResult kept(String part) throws IOException {
    return RunFile.read(Files.readAllBytes(folder.resolve("out/" + part + "/run.json")), part);
  }

  @Test
  void lightIsGreenOnTheSimulatorWithTheNumbersOfItsLevel() throws IOException {
    Ran ran =
        Launch.of("suite", "--level", "light", "--simulate", "--output", folder.resolve("out") + "")
            .run();
    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains(
            "══ light: websocket ═",
            "══ light: jobs ═",
            "  light     websocket  ✓ PASS          5 of 5 connections held",
            "  light     jobs       ✓ PASS          10 of 10 submitted jobs succeeded")
        .endsWith("verdict of the suite: PASS (exit 0)\n");
    ScenarioResult sockets = only(kept("light-websocket"));
    long renewed = sockets.count(Counter.CONNECTIONS_RENEWED);
    assertThat(sockets.count(Counter.CONNECTIONS_TRIED)).isEqualTo(5 + renewed);
    assertThat(sockets.elapsed().toSeconds()).isGreaterThanOrEqualTo(30);
    ScenarioResult jobs = only(kept("light-jobs"));
    assertThat(jobs.count(Counter.STARTED)).isEqualTo(10);
    assertThat(jobs.count(Counter.SUCCEEDED)).isEqualTo(10);
    assertThat(kept("light-jobs").conditions())
        .anyMatch(line -> line.value().startsWith("batches: 10 in batches of 2"));
  }

  @Test
  void levelsOfAFileOneAfterTheOther() throws IOException {
    try (LiveTarget target = new LiveTarget()) {
      Path summary = folder.resolve("summary.md");
      Ran ran =
          Launch.of(
                  "suite",
                  "--levels",
                  levels(),
                  "--url",
                  target.url(),
                  "--quiet",
                  "--output",
                  folder.resolve("out").toString(),
                  "--summary",
                  summary.toString())
              .run();
      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(ran.err()).isEmpty();
      assertThat(headings(ran.out()))
          .containsExactly("══ one: websocket", "══ one: jobs", "══ two: jobs");
      assertThat(only(kept("one-jobs")).count(Counter.SUCCEEDED)).isEqualTo(4);
      assertThat(only(kept("two-jobs")).count(Counter.SUCCEEDED)).isEqualTo(6);
      ScenarioResult sockets = only(kept("one-websocket"));
      assertThat(target.truth().sockets().opened())
          .isEqualTo(sockets.count(Counter.CONNECTIONS_OPENED));
      try (Stream<Path> left = Files.list(folder.resolve("out"))) {
        assertThat(left.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder(
                "one-websocket", "one-jobs", "two-jobs", "suite.txt", "suite.md");
      }
      assertThat(Files.readString(folder.resolve("out/suite.txt")))
          .startsWith("── suite ─")
          .endsWith("verdict of the suite: PASS (exit 0)\n");
      String page = Files.readString(summary);
      assertThat(page.split("(?m)^## ", -1)).hasSize(5);
      assertThat(page).contains("| two | jobs | ✓ PASS | 6 of 6 submitted jobs succeeded");
    }
  }

  private static List<String> headings(String out) {
    return out.lines()
        .filter(line -> line.startsWith("══"))
        .map(line -> line.replaceAll(" ═+$", ""))
        .toList();
  }

  @Test
  void stopsBehindTheFirstLevelThatFails() throws IOException {
    try (LiveTarget target = LiveTarget.withFaults("job.fail:100%")) {
      Ran ran = Launch.of("suite", "--levels", levels(), "--url", target.url()).run();
      assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
      assertThat(headings(ran.out())).containsExactly("══ one: websocket", "══ one: jobs");
      assertThat(ran.out())
          .contains("  one       jobs       ✗ FAIL          0 of 4 submitted jobs succeeded")
          .contains("FAIL completions.success >= 99%")
          .contains("  two       jobs       – not run\n")
          .endsWith("verdict of the suite: FAIL (exit 3)\n");
      assertThat(ran.err())
          .contains("stress: level one, websocket: part 1 of 3\n")
          .contains("stress: level one, jobs: part 2 of 3\n")
          .doesNotContain("part 3 of 3");
    }
  }

  @Test
  void keepsGoingWhenAsked() throws IOException {
    try (LiveTarget target = LiveTarget.withFaults("job.fail:100%")) {
      Ran ran =
          Launch.of("suite", "--levels", levels(), "--url", target.url(), "--keep-going").run();
      assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
      assertThat(ran.out())
          .contains("  two       jobs       ✗ FAIL          0 of 6 submitted jobs succeeded")
          .endsWith("verdict of the suite: FAIL (exit 3)\n");
    }
  }

  @Test
  void aTargetThatIsNotThereEndsItAtOnce() throws IOException {
    Ran ran = Launch.of("suite", "--levels", levels(), "--url", "http://127.0.0.1:1").run();
    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.out())
        .contains("  one       websocket  ✗ NOT REACHED", "  one       jobs       – not run\n")
        .endsWith("verdict of the suite: NOT REACHED (exit 5)\n");
    assertThat(ran.err()).contains("the target was never reached");
  }

  @Test
  void aSignalEndsItWithItsReports() throws IOException {
    Path endless =
        Files.writeString(
            folder.resolve("levels.yaml"), "a: {jobs: {jobs: 2}}\nb: {jobs: {jobs: 3}}\n");
    try (LiveTarget target = LiveTarget.withFaults("job.stuck:100%");
        StressProcess process =
            Launch.of(
                    "suite",
                    "--levels",
                    endless.toString(),
                    "--url",
                    target.url(),
                    "--keep-going",
                    "--quiet")
                .start()) {
      process.until("2 jobs were accepted", () -> target.truth().jobs().size() == 2);
      process.signal("INT");
      Ran ran = process.ended();
      assertThat(ran.code()).as(ran.toString()).isEqualTo(130);
      assertThat(ran.out())
          .contains("  b         jobs       – not run\n")
          .endsWith("verdict of the suite: INTERRUPTED (exit 130)\n");
      assertThat(target.submissions()).isEqualTo(2);
    }
  }

  @Test
  void asJsonThereIsARunForEachPart() throws IOException {
    Ran ran =
        Launch.of("suite", "--levels", levels(), "--simulate", "--format", "json", "--quiet").run();
    assertThat(ran.code()).as(ran.toString()).isZero();
    List<String> runs = List.of(ran.out().split("(?m)^$"));
    List<String> commands =
        runs.stream()
            .filter(text -> !text.isBlank())
            .map(text -> RunFile.read(text.getBytes(StandardCharsets.UTF_8), "part").command())
            .toList();
    assertThat(commands).containsExactly("websocket", "jobs", "jobs");
  }

  /** A whole run out of a plan file, with one option of it given differently. */
  @Test
  void aPlanIsCarriedOut() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            jobs: 9
            batch-size: 3
            poll-interval: 50ms
            format: json
            threshold: [submissions.success >= 100%]
            """);
    try (LiveTarget target = new LiveTarget()) {
      Ran ran = Launch.of("--plan", plan.toString(), "--url", target.url(), "--jobs", "6").run();
      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(ran.scenario().count(Counter.SUCCEEDED)).isEqualTo(6);
      assertThat(target.submissions()).isEqualTo(6);
      assertThat(ran.result().conditions())
          .anyMatch(line -> line.value().startsWith("batches: 6 in batches of 3"));
    }
  }
}
