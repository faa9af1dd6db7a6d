package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.measure.Scenario;
import stress.verdict.Threshold;

/** What is demanded of a run: options, files, and the list of what can be demanded. */
final class ThresholdOptionsTest {
  private static final List<Scenario> JOBS = List.of(Scenario.END_TO_END);

  private static ThresholdOptions given(String... texts) {
    ThresholdOptions options = new ThresholdOptions();
    options.thresholds = List.of(texts);
    return options;
  }

  @Test
  void withoutAnyTheUsualOnesHold() {
    assertThat(given().of(JOBS, false))
        .containsExactly("submissions.success >= 100%", "completions.success >= 99%");
    assertThat(given().of(List.of(Scenario.SUBMISSION, Scenario.END_TO_END), true))
        .containsExactly(
            "submissions.success >= 100%",
            "completions.success >= 99%", "jobs.queue.own.growth <= 5%");
  }

  @Test
  void oneGivenTakesThePlaceOfTheUsualOneOnItsMetric() {
    assertThat(given("jobs.lost<1", "completions.success >= 90%").of(JOBS, false))
        .containsExactly(
            "submissions.success >= 100%", "jobs.lost.count < 1", "completions.success >= 90%");
  }

  @Test
  void strictHoldsForThoseGiven() {
    ThresholdOptions options = given("jobs.lost<1 and jobs.cut < 1");
    options.strict = true;
    assertThat(options.of(JOBS, false))
        .containsExactly(
            "submissions.success >= 100%",
            "completions.success >= 99%",
            "jobs.lost.count < 1 strict",
            "jobs.cut.count < 1 strict");
    options.noDefaults = true;
    assertThat(options.of(JOBS, false)).hasSize(2);
  }

  @Test
  void aKeptRunIsJudgedByItsOwnUnlessOthersAreGiven() {
    List<String> own = List.of("completions.success >= 99%", "jobs.lost.count < 1");
    assertThat(given().instead(own)).isEqualTo(own);
    assertThat(given("jobs.lost < 5").instead(own))
        .containsExactly("completions.success >= 99%", "jobs.lost.count < 5");
    ThresholdOptions options = given();
    options.strict = true;
    assertThat(options.instead(own))
        .containsExactly("completions.success >= 99%", "jobs.lost.count < 1 strict");
    options.noDefaults = true;
    assertThat(options.instead(own)).isEmpty();
  }

  @Test
  void aFileHoldsOneALine(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("slo.txt"),
            "# what we promised\n\njobs.lost < 1   # none\r\njobs.cut < 1 and jobs.failed < 2\n");
    ThresholdOptions options = given("jobs.refused < 1");
    options.file = Optional.of(file);
    assertThat(options.given())
        .extracting(Threshold::text)
        .containsExactly(
            "jobs.refused.count < 1",
            "jobs.lost.count < 1",
            "jobs.cut.count < 1",
            "jobs.failed.count < 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jobs.lost < 1;jobs.sent < 5|, line 2: threshold 'jobs.sent < 5': there is no metric",
        "# nothing|: there is no threshold in it; expected one a line",
        "ws.ping.p95 < 1s|threshold 'ws.ping.p95 < 1s': this run measures no such thing",
      })
  void aWrongFileSendsNothing(String lines, String said, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("slo.txt"), lines.replace(';', '\n'));
    Ran ran = InMemory.run("jobs", "--simulate", "--thresholds", file.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("stress: ").contains(said).doesNotContain("Exception");
    if (said.startsWith(",") || said.startsWith(":")) {
      assertThat(ran.err()).startsWith("stress: --thresholds " + file + said);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jobs.submit.respons.p95 < 1s|did you mean jobs.submit.response.p95",
        "jobs.submit.response.p95 < 1|expected a duration such as 200ms, 1.5s or 1m30s",
        "jobs.submit.response.p95 = 1s|there is no operator '='; expected < <= > or >=",
        "errors.expected >= 100%|this run measures no such thing; expected a metric of end-to-end",
      })
  void aWrongThresholdSendsNothing(String threshold, String said) {
    Ran ran = InMemory.run("jobs", "--url", "http://127.0.0.1:1", "--threshold", threshold);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .startsWith("stress: ")
        .contains("threshold '" + threshold + "'", said)
        .doesNotContain("Exception");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Ran ran = InMemory.run("ws", "--simulate", "--thresholds", "nowhere/slo.txt");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("stress: --thresholds nowhere/slo.txt: cannot be read: ");
  }

  @Test
  void theListFitsATerminal() {
    Ran ran = InMemory.run("metrics");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(ran.out())
        .contains(
            "Durations (.p50 … .p99.99 or any other .pNN, .min, .max, .mean; .count)\n"
                + "  value: 200ms, 1.5s, 1m30s; us, ms, s, m, h\n",
            "  jobs.submit.response           submission, intended to answered (open load\n"
                + "                                 only)\n",
            "  ws.bytes.in                    payload bytes received\n",
            "  jobs.queue.own                 jobs accepted and not settled, by our count\n",
            "  run.elapsed                    the scenario's beginning to its end; a duration\n"
                + "                                 such as 200ms, 1.5s or 1m30s\n");
  }

  @Test
  void theListForProgramsNamesWhatCanBeDemanded() throws IOException {
    JsonNode metrics =
        new ObjectMapper().readTree(InMemory.run("metrics", "--format=json").out()).get("metrics");
    assertThat(metrics.size()).isGreaterThan(300);
    for (JsonNode metric : metrics) {
      assertThat(metric.fieldNames())
          .toIterable()
          .containsExactly("name", "group", "unit", "value", "help");
    }
    assertThat(metrics.findValuesAsText("name"))
        .contains("completions.success", "jobs.submit.response.pNN", "jobs.queue.own.slope");
    assertThat(InMemory.run("metrics", "--format", "xml").code()).isEqualTo(2);
  }
}
