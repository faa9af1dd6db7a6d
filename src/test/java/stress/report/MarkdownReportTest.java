package stress.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stress.measure.RunResult;
import stress.measure.SampleRuns;

class MarkdownReportTest {
  @ParameterizedTest
  @ValueSource(strings = {"good", "failed", "empty", "ws-errors", "ws-hostile"})
  void looks_as_it_did(String name) {
    Golden.assertMatches(
        name + ".md", SampleReports.rendered("md", SampleReports.runs().get(name)));
  }

  @Test
  void begins_with_the_verdict() {
    assertThat(SampleReports.rendered("md", SampleRuns.failed()))
        .startsWith("## ✗ FAIL – stress 0.1.0 jobs\n\nExit code 3: a threshold was crossed.")
        .contains("**2 of 2 thresholds failed.**")
        .contains("| ✗ FAIL | submissions.success &gt;= 100% | 94 % |");
  }

  @Test
  void no_mark_of_a_text_from_outside_is_obeyed() {
    assertThat(MarkdownReport.escaped("a|b `c` *d* _e_ [f](g) <script> & @team #1 ~~h~~ $x$ \\|"))
        .isEqualTo(
            "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g) &lt;script&gt; &amp; &#64;team \\#1 "
                + "\\~\\~h\\~\\~ \\$x\\$ \\\\\\|");
    assertThat(MarkdownReport.escaped("http://evil www.evil\n# x"))
        .isEqualTo("http&#58;//evil www&#46;evil\\\\n\\# x");
  }

  @Test
  void no_text_ends_the_fence_around_the_text_report() {
    RunResult good = SampleRuns.good();
    RunResult run =
        new RunResult(
            good.runId(),
            good.tool(),
            good.command(),
            List.of(new RunResult.Condition("x", "````` <b>")),
            good.thresholds(),
            good.scenarios());
    String text = SampleReports.rendered("md", run);
    assertThat(text).contains("\n``````text\n").endsWith("\n``````\n\n</details>\n");
  }

  @Test
  void every_row_has_as_many_cells_as_its_head() {
    SampleReports.runs()
        .forEach(
            (name, run) -> {
              String text = SampleReports.rendered("md", run).replaceAll("(?s)<details>.*", "");
              long cells = 0;
              for (String line : text.lines().toList()) {
                if (!line.startsWith("|")) {
                  cells = 0;
                  continue;
                }
                long own = line.replace("\\|", "").chars().filter(c -> c == '|').count();
                assertThat(own).as(name + ": " + line).isEqualTo(cells == 0 ? own : cells);
                cells = own;
              }
            });
  }
}
