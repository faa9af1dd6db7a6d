package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stress.measure.Counter;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;

/** What is said where: report, file, progress; and what is never said. */
final class OutputIT {
  private static final String SECRET = "Bearer s3cr3t-of-the-test";

  @Test
  void aKeptRunPrintsItsReportAgain(@TempDir Path folder) throws IOException {
    try (LiveTarget target = LiveTarget.withFaults("submit.status=503:20%; job.fail:20%")) {
      Ran ran =
          Launch.of("--url", target.url(), "--jobs", "20", "--quiet", "--save", "run.json")
              .in(folder)
              .run();
      assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
      assertThat(ran.out()).contains("verdict: FAIL (exit 3)").doesNotContain("\u001b");
      assertThat(ran.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
      assertThat(ran.err()).isEmpty();
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).containsExactly(folder.resolve("run.json"));
      }
      assertThat(Launch.of("report", "run.json").in(folder).run())
          .isEqualTo(new Ran(3, ran.out(), ""));
      assertThat(Launch.of("report", "run.json", "--format", "json").in(folder).run())
          .isEqualTo(new Ran(3, Files.readString(folder.resolve("run.json")), ""));
    }
  }

  @Test
  void aHeaderReachesTheTargetAndNoOutput(@TempDir Path folder) throws IOException {
    try (RawTarget target = new RawTarget(ok(201, "pending"), ok(200, "completed"))) {
      Ran ran =
          Launch.of(
                  "--url",
                  target.url(),
                  "--jobs",
                  "1",
                  "--header",
                  "X-Test: " + SECRET,
                  "--save",
                  "run.json")
              .in(folder)
              .run();
      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(target.asked()).isNotEmpty().allMatch(one -> one.header().equals(SECRET));
      assertThat(ran.out() + ran.err() + Files.readString(folder.resolve("run.json")))
          .contains("X-Test")
          .doesNotContain("s3cr3t");
    }
  }

  @Test
  void aHeaderOfTheContractComesFromTheEnvironment(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("api.yaml"),
        """
        name: api
        headers: {X-Test: "${API_TOKEN}"}
        submit: {path: /api/v1/monte-carlo/jobs, id: /job_id}
        status:
          path: /api/v1/monte-carlo/jobs/{id}
          word: /status
          words: {waiting: pending, succeeded: completed}
        """);
    try (RawTarget target = new RawTarget(ok(201, "pending"), ok(200, "completed"))) {
      Launch launch =
          Launch.of(
                  "--url",
                  target.url(),
                  "--jobs",
                  "1",
                  "--contract",
                  "api.yaml",
                  "--save",
                  "run.json")
              .in(folder);
      Ran without = launch.run();
      assertThat(without.code()).isEqualTo(2);
      assertThat(without.err()).contains("api.yaml", "API_TOKEN");
      assertThat(target.asked()).isEmpty();

      Ran ran = launch.with("API_TOKEN", SECRET).run();
      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(target.asked())
          .filteredOn(one -> one.uri().startsWith("/api"))
          .hasSizeGreaterThanOrEqualTo(2)
          .allMatch(one -> one.header().equals(SECRET));
      assertThat(ran.out() + ran.err() + Files.readString(folder.resolve("run.json")))
          .doesNotContain("s3cr3t");
    }
  }

  private static java.util.function.Consumer<io.vertx.core.http.HttpServerResponse> ok(
      int status, String word) {
    return RawTarget.json(status, "{\"job_id\":\"one\",\"status\":\"" + word + "\"}");
  }

  @Test
  void submissionsAlone() {
    try (LiveTarget target = new LiveTarget()) {
      ScenarioResult result = scenarios(target, "submission").get(0);
      assertThat(result.scenario()).isEqualTo(Scenario.SUBMISSION);
      assertThat(result.count(Counter.ACCEPTED)).isEqualTo(10);
      assertThat(target.submissions()).isEqualTo(10);
      assertThat(target.truth().requests()).doesNotContainKey("status");
    }
  }

  @Test
  void allIsOneAfterTheOther() {
    try (LiveTarget target = new LiveTarget()) {
      List<ScenarioResult> results = scenarios(target, "all");
      assertThat(results)
          .extracting(ScenarioResult::scenario)
          .containsExactly(Scenario.SUBMISSION, Scenario.END_TO_END);
      assertThat(results.get(0).count(Counter.ACCEPTED)).isEqualTo(10);
      assertThat(results.get(1).count(Counter.SUCCEEDED)).isEqualTo(10);
      assertThat(target.submissions()).isEqualTo(20);
      assertThat(target.truth().merged()).isZero();
    }
  }

  private static List<ScenarioResult> scenarios(LiveTarget target, String type) {
    Ran ran =
        Launch.of("--url", target.url(), "--jobs", "10", "--test-type", type, "--format", "json")
            .run();
    assertThat(ran.code()).as(ran.toString()).isZero();
    return ran.result().scenarios();
  }

  @Test
  void simulateSaysWhereItListensUntilASignalEndsIt() {
    try (StressProcess simulator = Launch.of("simulate", "--port", "0").start()) {
      String said = simulator.out(text -> text.endsWith("\n"));
      assertThat(said).matches("simulator: http://127\\.0\\.0\\.1:\\d+ \\(monte-carlo\\)\n");
      String url = said.split(" ")[1];
      Ran ran = Launch.of("--url", url, "--jobs", "2", "--poll-interval", "100ms").run();
      assertThat(ran.code()).as(ran.toString()).isZero();
      simulator.signal("TERM");
      assertThat(simulator.ended()).isEqualTo(new Ran(0, said, ""));
    }
  }

  @Test
  void simulateWithinTheCommandLeavesNothing(@TempDir Path folder) throws IOException {
    Ran ran = Launch.of("--jobs", "5", "--simulate", "--job-time", "50ms").in(folder).run();
    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("(simulator)", "5 succeeded", "verdict: PASS (exit 0)");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
