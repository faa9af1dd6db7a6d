package stress.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in the logs of many containers. */
final class RunDocumentsTest {
  private static final String GOOD = new String(RunFile.write(SampleRuns.good()), UTF_8);
  private static final String SUBMISSION =
      new String(RunFile.write(SampleRuns.submission()), UTF_8);

  private final Map<String, RunResult> runs = new LinkedHashMap<>();
  private final RunDocuments documents = new RunDocuments("stdin", runs::put);

  private void read(String text) throws IOException {
    documents.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static String onOneLine(RunResult run) {
    return RunFile.toTree(run).toString() + "\n";
  }

  @Test
  void indented_documents_one_after_the_other() throws IOException {
    read(GOOD + SUBMISSION + "\n" + GOOD.strip());
    assertThat(runs.values().stream().map(run -> run.scenarios().get(0).scenario()))
        .containsExactly(Scenario.END_TO_END, Scenario.SUBMISSION, Scenario.END_TO_END);
    assertThat(runs).containsEntry("stdin: line 1", SampleRuns.good());
    assertThat(runs.keySet()).first().isEqualTo("stdin: line 1");
    assertThat(documents.found()).isEqualTo(3);
    assertThat(documents.skipped()).isZero();
    assertThat(documents.firstSkipped()).isEmpty();
  }

  @Test
  void documents_of_one_line_each_with_other_lines_between() throws IOException {
    read(
        "stress: 10 s, 500 started\r\n\r\n"
            + onOneLine(SampleRuns.failed())
            + "{\"level\":\"info\",\"msg\":\"schema \\\"stress.run/1\\\" {\"}\n"
            + "Error from server {not json\n"
            + onOneLine(SampleRuns.good())
            + "done");
    assertThat(runs)
        .containsExactly(
            Map.entry("stdin: line 3", SampleRuns.failed()),
            Map.entry("stdin: line 6", SampleRuns.good()));
    assertThat(documents.skipped()).isEqualTo(4);
    assertThat(documents.firstSkipped()).contains("line 1: stress: 10 s, 500 started");
  }

  @Test
  void braces_and_quotes_of_other_lines_do_not_hide_a_run() throws IOException {
    read("{ \"open\n" + GOOD + "{{{\n[\n" + SUBMISSION + "}}} \"\n");
    assertThat(runs.values()).containsExactly(SampleRuns.good(), SampleRuns.submission());
    assertThat(documents.skipped()).isEqualTo(4);
  }

  @Test
  void two_documents_may_share_a_line() throws IOException {
    read(onOneLine(SampleRuns.good()).strip() + onOneLine(SampleRuns.submission()));
    assertThat(documents.found()).isEqualTo(2);
    assertThat(runs).containsExactly(Map.entry("stdin: line 1", SampleRuns.submission()));
  }

  @Test
  void a_run_that_is_cut_off_is_an_error_and_not_skipped() {
    String cut = GOOD.substring(0, GOOD.length() / 2);
    assertThatThrownBy(() -> read("x\n" + cut))
        .isInstanceOf(RunFileException.class)
        .hasMessageStartingWith("stdin: the run that begins in line 2 is cut off: ");
    String before = GOOD.substring(0, GOOD.indexOf("\"thresholds\""));
    assertThatThrownBy(() -> read(before + "\n" + GOOD))
        .isInstanceOf(RunFileException.class)
        .hasMessageContaining("is cut off: another document begins in line ");
  }

  @Test
  void a_run_with_another_line_within_is_an_error_with_its_place() {
    String mixed = GOOD.replaceFirst("\n  \"command\"", "\nstress: 20 s\n  \"command\"");
    assertThatThrownBy(() -> read(mixed))
        .isInstanceOf(RunFileException.class)
        .hasMessageStartingWith("stdin: the document from line 1 on: ")
        .hasMessageContaining("line 5")
        .hasMessageContaining("not JSON");
  }

  @Test
  void a_run_of_another_version_is_an_error() {
    assertThatThrownBy(() -> read("{\"schema\": \"stress.run/9\"}\n"))
        .isInstanceOf(RunFileException.class)
        .hasMessageContaining("the file is from a newer stress than this one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "{}\n", "[1, 2]\n", "null", "{\"schema\": \"k6\"}\n", "{\n"})
  void without_a_run_there_is_none(String text) throws IOException {
    read(text);
    assertThat(runs).isEmpty();
    assertThat(documents.skipped()).isEqualTo(text.isBlank() ? 0 : 1);
  }

  @Test
  void what_never_ends_is_refused_before_it_fills_memory() {
    RunDocuments small = new RunDocuments("stdin", runs::put, 1_000);
    byte[] endless = ("a\n{\n" + "[".repeat(2_000)).getBytes(UTF_8);
    assertThatThrownBy(() -> small.read(new ByteArrayInputStream(endless)))
        .isInstanceOf(RunFileException.class)
        .hasMessage(
            "stdin: from line 2 on there are more than 1000 bytes in one piece, which no run has");
  }
}
