package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stress.measure.RunFile;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.report.ComparisonReport;
import stress.verdict.ComparedRuns;
import stress.verdict.Comparer;
import stress.verdict.Judge;

/** {@code stress compare} and {@code --baseline}: what is printed, and the exit code. */
final class CompareCommandTest {
  @TempDir private Path folder;
  private final RunResult base = ComparedRuns.run("base", 1, 2_000, 1);
  private final RunResult same = ComparedRuns.run("same", 2, 2_000, 1);
  private final RunResult slower = ComparedRuns.run("slower", 3, 2_000, 1.1);

  private String file(RunResult run) throws IOException {
    return Files.write(folder.resolve(run.runId() + ".json"), RunFile.write(run)).toString();
  }

  @Test
  void aRunOfTheSameTargetPasses() throws IOException {
    Ran ran = InMemory.run("compare", file(base), file(same));
    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                ComparisonReport.text(new Comparer(Comparer.ALLOWED).compare(base, same), false),
                ""));
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(ran.out())
        .contains(
            "\n    p50       199 ms (196…202)      201 ms (198…203)      −2.3…+3.7  same\n",
            "\n    p99       357 ms (348…370)      359 ms (341…373)     −9.7…+10.4  cannot tell\n",
            "comparison: SAME (0 better, 15 same, 0 worse, 9 cannot tell; exit 0)\n");
  }

  @Test
  void aSlowerOneDoesNotUnlessThatIsAllowed() throws IOException {
    Ran ran = InMemory.run("compare", file(base), file(slower));
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("comparison: WORSE (", "; exit 3)", "  worse !");
    Ran allowed = InMemory.run("compare", file(base), file(slower), "--max-regression=25%");
    assertThat(allowed.code()).isZero();
    assertThat(allowed.out())
        .contains("comparison: WORSE (", "; exit 0)")
        .doesNotContain("worse !");
  }

  @Test
  void aProgramReadsJson() throws IOException {
    Ran ran = InMemory.run("compare", file(base), file(slower), "--format", "json");
    JsonNode tree = new ObjectMapper().readTree(ran.out());
    assertThat(ran.code()).isEqualTo(3);
    assertThat(tree.get("schema").textValue()).isEqualTo("stress.comparison/1");
    assertThat(tree.get("base").textValue()).isEqualTo("base");
    assertThat(tree.get("verdict").textValue()).isEqualTo("worse");
    assertThat(tree.get("exitCode").intValue()).isEqualTo(3);
    JsonNode first = tree.at("/scenarios/0/metrics/0");
    assertThat(first.get("metric").textValue()).isEqualTo("jobs.submit.service shift");
    assertThat(first.at("/change/value").doubleValue()).isBetween(1.06, 1.14);
    assertThat(first.at("/change/low").doubleValue()).isBetween(1.02, 1.1);
    assertThat(first.get("regression").booleanValue()).isTrue();
  }

  @Test
  void wrongFilesAndOptionsAreNamed() throws IOException {
    Path foreign = Files.writeString(folder.resolve("k6.json"), "{\"metrics\": {}}");
    Ran ran = InMemory.run("compare", file(base), foreign.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "stress: "
                + foreign
                + ": not a run of stress: expected a JSON object with \"schema\":"
                + " \"stress.run/1\"\n");
    assertThat(InMemory.run("compare", file(base)).code()).isEqualTo(2);
    assertThat(InMemory.run("compare", file(base), folder + "/no.json").err())
        .contains("no.json: there is no such file");
    for (String wrong : new String[] {"10", "-1%", "ten%", "NaN%", "1e3%"}) {
      Ran refused = InMemory.run("compare", file(base), file(same), "--max-regression=" + wrong);
      assertThat(refused.code()).as(wrong).isEqualTo(2);
      assertThat(refused.err()).contains("expected a percentage such as 10%");
    }
    assertThat(InMemory.run("compare", file(base), file(same), "--format=xml").err())
        .contains("--format xml: expected text or json");
  }

  @Test
  void aBaselineIsReadBeforeAnythingIsSent() throws IOException {
    Path cut = Files.writeString(folder.resolve("cut.json"), "{\"schema\": \"stress.run/1\"");
    for (String command : new String[] {"jobs", "websocket"}) {
      InMemory unsent = new InMemory(Map.of());
      Ran ran = unsent.execute(command, "--simulate", "--max-regression", "5%");
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("--max-regression: goes with --baseline FILE");
      Ran broken = unsent.execute(command, "--simulate", "--baseline", cut.toString());
      assertThat(broken.code()).isEqualTo(2);
      assertThat(broken.err()).contains("cut.json: ", "the file is cut off here");
    }
    assertThat(InMemory.run("merge", file(base), "--baseline", cut.toString()).err())
        .contains("cut.json: ", "the file is cut off here");
  }

  @Test
  void aBaselineDecidesOnlyOverARunThatPassed() throws IOException {
    Ran worse = InMemory.run("merge", file(slower), "--baseline", file(base));
    assertThat(worse.code()).isEqualTo(3);
    assertThat(worse.out()).contains("verdict: PASS (exit 0)\n\n── comparison of run ");
    assertThat(InMemory.run("merge", file(same), "--baseline", file(base)).code()).isZero();
    Ran allowed =
        InMemory.run("merge", file(slower), "--baseline", file(base), "--max-regression", "30%");
    assertThat(allowed.code()).isZero();

    RunResult stopped = SampleRuns.interrupted();
    assertThat(Judge.judge(stopped).exit().code()).isEqualTo(130);
    assertThat(InMemory.run("merge", file(stopped), "--baseline", file(base)).code())
        .isEqualTo(130);
  }

  @Test
  void besideADocumentTheComparisonGoesToStderr() throws IOException {
    Ran ran = InMemory.run("merge", file(slower), "--baseline", file(base), "--format=json");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.result().scenarios()).hasSize(1);
    assertThat(ran.err()).startsWith("── comparison of run ").contains("comparison: WORSE");
  }
}
