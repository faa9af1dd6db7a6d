package stress.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.report.SuiteReport.Done;
import stress.report.SuiteReport.Entry;
import stress.verdict.ExitCode;
import stress.verdict.Judge;

/** What stands around the reports of a suite. */
final class SuiteReportTest {
  private static final List<Entry> ENTRIES =
      List.of(
          entry("light", SampleRuns.good()),
          entry("medium", SampleRuns.failed()),
          new Entry("a\u001b[31m|level", "jobs", Optional.empty()));

  private static Entry entry(String level, RunResult run) {
    return new Entry(level, "jobs", Optional.of(new Done(run, Judge.judge(run))));
  }

  @Test
  void looksAsItDid() {
    Golden.assertMatches("suite.txt", SuiteReport.render(ENTRIES, ExitCode.CROSSED, false));
    Golden.assertMatches("suite.md", SuiteReport.markdown(ENTRIES, ExitCode.CROSSED));
  }

  @Test
  void obeysTheWidthAndHidesWhatATerminalObeys() {
    assertThat(SuiteReport.render(ENTRIES, ExitCode.CROSSED, false).lines())
        .allMatch(line -> line.codePointCount(0, line.length()) <= 80)
        .noneMatch(line -> line.contains("\u001b"));
    assertThat(SuiteReport.render(ENTRIES, ExitCode.CROSSED, true)).contains("\u001b[");
  }

  @Test
  void aHeadingIsAsWideAsThePage() {
    String heading = SuiteReport.heading("light", "websocket", false);
    assertThat(heading).startsWith("══ light: websocket ═").endsWith("═\n").hasSize(81);
  }

  @ParameterizedTest
  @CsvSource({
    "PASSED PASSED, PASSED",
    "PASSED CROSSED, CROSSED",
    "CROSSED NO_VERDICT PASSED, NO_VERDICT",
    "NO_VERDICT UNREACHED, UNREACHED",
    "UNREACHED STRESS_FAILED, STRESS_FAILED",
    "STRESS_FAILED INTERRUPTED, INTERRUPTED",
    "TERMINATED CROSSED, TERMINATED",
  })
  void theWorstOfSeveralRunsCounts(String runs, ExitCode worst) {
    List<ExitCode> codes = List.of(runs.split(" ")).stream().map(ExitCode::valueOf).toList();
    assertThat(ExitCode.worst(codes)).isEqualTo(worst);
  }

  @Test
  void noRunAtAllIsNoVerdict() {
    assertThat(ExitCode.worst(List.of())).isEqualTo(ExitCode.NO_VERDICT);
  }
}
