package stress.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stress.measure.RunFile;
import stress.measure.RunResult;

/** What holds of every form of a report. */
final class FormsTest {
  static Set<String> names() {
    return SampleReports.runs().keySet();
  }

  static Set<String> forms() {
    return SampleReports.FORMS.keySet();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void a_run_read_from_its_file_is_reported_by_the_same_bytes(String form) {
    for (String name : names()) {
      RunResult run = SampleReports.runs().get(name);
      String saved = SampleReports.rendered("json", run);
      RunResult read = RunFile.read(saved.getBytes(StandardCharsets.UTF_8), "run.json");
      String reported = SampleReports.rendered(form, run);
      assertThat(SampleReports.rendered(form, read)).as(name).isEqualTo(reported).endsWith("\n");
      assertThat(reported.replace(HtmlParts.library(), "").replace(HtmlParts.script(), ""))
          .as(name)
          .doesNotContain("NaN", "Infinity", "Optional[", "null.");
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void nothing_that_a_terminal_or_a_reader_would_obey_is_in_it(String form) {
    for (String name : names()) {
      String text = SampleReports.rendered(form, SampleReports.runs().get(name));
      assertThat(text).as(name).doesNotContain("\u001b", "\u0007", "\u2028", "\u2029", "\u0000");
      if (!form.equals("json")) {
        assertThat(text).as(name).doesNotContain("\u202e");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void the_verdict_is_in_it(String form) {
    for (String name : List.of("good", "failed", "empty", "ws-errors")) {
      RunResult run = SampleReports.runs().get(name);
      String word = stress.verdict.Judge.judge(run).exit().word();
      assertThat(SampleReports.rendered(form, run)).as(name).contains(word);
    }
  }
}
