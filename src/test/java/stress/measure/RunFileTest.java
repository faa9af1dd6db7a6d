package stress.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunFileTest {
  static List<RunResult> runs() {
    List<RunResult> runs =
        new ArrayList<>(
            List.of(
                SampleRuns.good(),
                SampleRuns.batched(),
                SampleRuns.failed(),
                SampleRuns.empty(),
                SampleRuns.interrupted(),
                SampleRuns.submission(),
                SampleWatched.watched()));
    runs.addAll(SampleSockets.all().values());
    return runs;
  }

  private static String text(RunResult run) {
    return new String(RunFile.write(run), UTF_8);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void what_is_written_reads_back_equal_and_writes_the_same_bytes(RunResult run) {
    byte[] bytes = RunFile.write(run);
    RunResult read = RunFile.read(bytes, "run.json");
    assertThat(read).isEqualTo(run);
    assertThat(RunFile.write(read)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void what_is_written_fits_the_published_schema(RunResult run) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(RunFile.write(run));
    assertThat(schema().validate(tree)).isEmpty();
  }

  @Test
  void the_schema_refuses_what_the_reader_refuses() throws IOException {
    String wrong = text(SampleRuns.good()).replace("\"jobs.started\": 1000", "\"jobs.begun\": 1");
    assertThat(schema().validate(new ObjectMapper().readTree(wrong))).isNotEmpty();
  }

  @Test
  void the_schema_knows_every_word_of_the_reader() throws IOException {
    JsonNode defs;
    try (InputStream stream = RunFile.class.getResourceAsStream("/schemas/run.schema.json")) {
      defs = new ObjectMapper().readTree(stream).get("$defs");
    }
    assertThat(names(defs.at("/counts/properties"))).isEqualTo(RunWords.COUNTERS.keySet());
    assertThat(names(defs.at("/point/properties/summaries/properties")))
        .isEqualTo(RunWords.SERIES.keySet());
    assertThat(names(defs.at("/scenario/properties/distributions/properties")))
        .isEqualTo(RunWords.SERIES.keySet());
    assertThat(names(defs.at("/point/properties/gauges/properties")))
        .isEqualTo(RunWords.GAUGES.keySet());
    assertThat(words(defs.at("/scenario/properties/scenario")))
        .isEqualTo(RunWords.SCENARIOS.keySet());
    assertThat(words(defs.at("/scenario/properties/end"))).isEqualTo(RunWords.ENDS.keySet());
    assertThat(words(defs.at("/error/properties/phase"))).isEqualTo(RunWords.PHASES.keySet());
    assertThat(words(defs.at("/error/properties/kind"))).isEqualTo(RunWords.KINDS.keySet());
    assertThat(words(defs.at("/identity/properties/kind"))).isEqualTo(RunWords.IDENTITIES.keySet());
    assertThat(words(defs.at("/close/properties/by"))).isEqualTo(RunWords.CLOSERS.keySet());
    assertThat(words(defs.at("/monitored/properties/kind"))).isEqualTo(RunWords.MONITORED.keySet());
    assertThat(words(defs.at("/case/properties/verdict"))).isEqualTo(RunWords.VERDICTS.keySet());
  }

  private static Set<String> names(JsonNode properties) {
    Set<String> names = new TreeSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> words(JsonNode word) {
    Set<String> words = new TreeSet<>();
    word.get("enum").forEach(value -> words.add(value.textValue()));
    return words;
  }

  @Test
  void a_scenario_s_zeros_are_those_of_its_kind() {
    assertThat(text(SampleSockets.unopened()))
        .contains("\"ws.opened\": 0,")
        .doesNotContain("\"jobs.");
    assertThat(text(SampleRuns.good())).contains("\"jobs.lost\": 0,").doesNotContain("\"ws.");
  }

  @Test
  void the_facts_of_sockets_are_written_as_published() {
    assertThat(text(SampleSockets.concurrent()))
        .contains(
            "\"planned\": 50,",
            "\"fullNanos\": 4981000000,",
            "{\"by\": \"target\", \"code\": 1000, \"reason\": \"job finished\", \"count\": 12}",
            "{\"address\": \"[::1]\", \"opened\": 31}",
            "\"clock\": {\"nanos\": 2000000000, \"uncertaintyNanos\": 300000, \"exchanges\": 50,"
                + " \"steady\": true}",
            "\"messagesIn\": {\"connections\": 62, \"min\": 62, \"median\": 80, \"max\": 98}");
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream stream = RunFile.class.getResourceAsStream("/schemas/run.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(stream);
    }
  }

  @Test
  void a_counter_that_is_left_out_is_zero() {
    String shorter = text(SampleRuns.good()).replaceAll("\\s*\"jobs.dropped\": 0,", "");
    assertThat(shorter).isNotEqualTo(text(SampleRuns.good()));
    assertThat(RunFile.read(shorter.getBytes(UTF_8), "run.json")).isEqualTo(SampleRuns.good());
  }

  @Test
  void the_summary_is_for_people_and_passed_over() {
    String edited =
        text(SampleRuns.good()).replaceAll("\"p50Nanos\": \\d+, \"p90", "\"p50Nanos\": 1, \"p90");
    assertThat(RunFile.read(edited.getBytes(UTF_8), "run.json").scenarios().get(0).distributions())
        .isEqualTo(SampleRuns.good().scenarios().get(0).distributions());
  }

  @Test
  void half_a_surrogate_pair_does_not_break_the_file() {
    RunResult good = SampleRuns.good();
    RunResult odd =
        new RunResult("a\ud83d", good.tool(), good.command(), List.of(), List.of(), List.of());
    assertThat(RunFile.read(RunFile.write(odd), "run.json").runId()).isEqualTo("a\ufffd");
  }

  @Test
  void a_file_that_is_cut_off_anywhere_is_refused_in_a_sentence() {
    byte[] bytes = RunFile.write(SampleRuns.submission());
    for (int length = 0; length < bytes.length - 2; length += 7) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> RunFile.read(part, "run.json"))
          .isInstanceOf(RunFileException.class)
          .hasMessageStartingWith("run.json: ");
    }
    assertThatThrownBy(() -> RunFile.read(Arrays.copyOf(bytes, 67), "run.json"))
        .hasMessage("run.json: at /tool, line 4, column 15: the file is cut off here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "7", "{}", "{\"schema\": 1}", "{\"schema\": \"k6\"}"})
  void a_foreign_file_is_refused(String foreign) {
    assertThatThrownBy(() -> RunFile.read(foreign.getBytes(UTF_8), "run.json"))
        .isInstanceOf(RunFileException.class)
        .hasMessage(
            "run.json: not a run of stress: expected a JSON object with \"schema\":"
                + " \"stress.run/1\"");
  }

  @Test
  void what_is_not_json_is_refused_with_its_place() {
    assertThatThrownBy(() -> RunFile.read("<html>".getBytes(UTF_8), "run.json"))
        .isInstanceOf(RunFileException.class)
        .hasMessageStartingWith("run.json: line 1, column 1: not JSON: Unexpected character");
    assertThatThrownBy(() -> RunFile.read("{} {}".getBytes(UTF_8), "run.json"))
        .isInstanceOf(RunFileException.class)
        .hasMessageContaining("after the end of the document");
    assertThatThrownBy(() -> RunFile.read("[".repeat(5_000).getBytes(UTF_8), "run.json"))
        .isInstanceOf(RunFileException.class)
        .hasMessageContaining("nesting depth");
  }

  @Test
  void an_array_without_end_is_refused_before_it_fills_memory() {
    byte[] zeros = new byte[2 * (int) RunFile.MOST_TOKENS + 100];
    Arrays.fill(zeros, (byte) '0');
    for (int i = 0; i < zeros.length; i += 2) {
      zeros[i] = (byte) (i == 0 ? '[' : ',');
    }
    assertThatThrownBy(() -> RunFile.read(zeros, "run.json"))
        .isInstanceOf(RunFileException.class)
        .hasMessageStartingWith("run.json: at /")
        .hasMessageContaining("Token count (20000001) exceeds the maximum allowed (20000000");
  }

  @Test
  void a_long_array_of_the_wrong_kind_is_refused_at_its_first_item() {
    String many = "[" + "0,".repeat(3_000_000) + "0]";
    String wrong = text(SampleRuns.submission()).replace("\"notes\": []", "\"notes\": " + many);
    assertThatThrownBy(() -> RunFile.read(wrong.getBytes(UTF_8), "run.json"))
        .isInstanceOf(RunFileException.class)
        .hasMessageStartingWith("run.json: at /scenarios/0/notes/0: found 0, expected a text");
  }

  @Test
  void scenarios_are_few_since_each_takes_much_memory() {
    RunResult good = SampleRuns.submission();
    RunResult[] many = new RunResult[65];
    Arrays.fill(many, good);
    byte[] bytes = RunFile.write(SampleRuns.joined(many));
    assertThatThrownBy(() -> RunFile.read(bytes, "run.json"))
        .isInstanceOf(RunFileException.class)
        .hasMessage("run.json: at /scenarios: found 65 items, expected at most 64");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stress.run/1|stress.run/0|at /schema: found \"stress.run/0\", expected \"stress.run/1\": the file is from an older stress than this one",
        "stress.run/1|stress.run/2|at /schema: found \"stress.run/2\", expected \"stress.run/1\": the file is from a newer stress than this one",
        "\"runId\": \"7f3a9c21\"|\"runId\": 7|at /runId: found 7, expected a text",
        "\"runId\": \"7f3a9c21\",||there is no member 'runId'",
        "\"runId\":|\"runId\": \"x\", \"runId\":|not JSON: Duplicate field 'runId'",
        "\"command\":|\"extra\": 1, \"command\":|there is an unknown member 'extra'; is the file from a newer stress?",
        "\"scheduled\": false|\"scheduled\": 0|at /scenarios/0/scheduled: found 0, expected true or false",
        "\"begun\": \"2026-01-31T|\"begun\": \"2026-02-31T|at /scenarios/0/begun: found",
        "\"elapsedNanos\": 612000000|\"elapsedNanos\": -1|at /scenarios/0/elapsedNanos: found -1, expected a whole number from 0 to",
        "\"elapsedNanos\": 612000000|\"elapsedNanos\": 6.5|at /scenarios/0/elapsedNanos: found 6.5, expected a whole number",
        "\"elapsedNanos\": 612000000|\"elapsedNanos\": 99999999999999999999|at /scenarios/0/elapsedNanos: found 99999999999999999999, expected",
        "\"jobs.started\": 50|\"jobs.started\": 9000000000000000000|at /scenarios/0/counts/jobs.started: found 9000000000000000000",
        "\"jobs.started\": 50|\"jobs.begun\": 50|at /scenarios/0/counts: there is an unknown member 'jobs.begun'",
        "\"end\": \"completed\"|\"end\": \"done\"|at /scenarios/0/end: found \"done\", expected why a run ended, one of completed, interrupted",
        "\"histogram\": \"HIST|\"histogram\": \"XXXX|at /scenarios/0/distributions/jobs.submit.service/histogram: not an HdrHistogram",
        "\"endNanos\": 600000000|\"endNanos\": 600000000, \"x/y~z\": 1|at /scenarios/0/submissions: there is an unknown member 'x/y~z'",
        "\"startNanos\": 0|\"startNanos\": 700000000|at /scenarios/0/submissions: a window ends at or after its start",
        "\"errors\": [|\"errors\": [7,|at /scenarios/0/errors/0: found 7, expected an object",
        "\"notes\": []|\"notes\": {}|at /scenarios/0/notes: found an object, expected an array",
        "\"processors\": 2|\"askedPerSecond\": 1e999, \"processors\": 2|at /scenarios/0/generator/askedPerSecond: found",
        "\"processors\": 2|\"askedPerSecond\": -1, \"processors\": 2|at /scenarios/0/generator: the rate asked is -1.0: expected a finite number",
      })
  void a_wrong_file_is_refused_with_name_and_pointer(String was, String becomes, String message) {
    String good = text(SampleRuns.submission());
    String wrong = good.replace(was, Optional.ofNullable(becomes).orElse(""));
    assertThat(wrong).isNotEqualTo(good);
    assertThatThrownBy(() -> RunFile.read(wrong.getBytes(UTF_8), "run.json"))
        .isInstanceOf(RunFileException.class)
        .hasMessageStartingWith("run.json: ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"planned\": 50|\"planned\": 2147483648|/planned: found 2147483648, expected a whole number from 0 to 2147483647",
        "\"planned\": 50,||there is no member 'planned'",
        "\"fullNanos\": 4981000000|\"fullNanos\": -1|/fullNanos: found -1, expected a whole number from 0",
        "\"by\": \"target\"|\"by\": \"moon\"|/closes/1/by: found \"moon\", expected who ended a connection, one of target, us, network",
        "\"code\": 1000, \"reason\": \"job|\"code\": 65536, \"reason\": \"job|/closes/1/code: found 65536, expected a whole number from 0 to 65535",
        "\"steady\": true|\"steady\": 1|/clock/steady: found 1, expected true or false",
        "\"exchanges\": 50|\"exchanges\": 50, \"drift\": 1|/clock: there is an unknown member 'drift'",
        "\"min\": 62, \"median\": 80|\"min\": 81, \"median\": 80|/messagesIn/median: found 80, expected a whole number from 81",
        "\"connections\": 62|\"connections\": 0|/messagesIn/connections: found 0, expected a whole number from 1",
        "\"opened\": 31|\"opened\": 3.1|/addresses/0/opened: found 3.1, expected a whole number",
        "\"cases\": []|\"cases\": [7]|/cases/0: found 7, expected an object",
        "\"cases\": []|\"cases\": [], \"more\": 0|there is an unknown member 'more'; is the file from a newer stress?",
      })
  void wrong_facts_of_sockets_are_refused_with_their_pointer(
      String was, String becomes, String message) {
    String good = text(SampleSockets.concurrent());
    String wrong = good.replace(was, Optional.ofNullable(becomes).orElse(""));
    assertThat(wrong).isNotEqualTo(good);
    assertThatThrownBy(() -> RunFile.read(wrong.getBytes(UTF_8), "run.json"))
        .isInstanceOf(RunFileException.class)
        .hasMessageStartingWith("run.json: at /scenarios/0/sockets")
        .hasMessageContaining(message);
  }
}
