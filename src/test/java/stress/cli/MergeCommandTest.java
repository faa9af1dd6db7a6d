package stress.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stress.measure.Counter;
import stress.measure.RunFile;
import stress.measure.RunMerge;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.report.JsonReport;
import stress.report.TerminalReport;
import stress.verdict.Judge;

/** {@code stress merge}: from files, from stdin, and what it refuses. */
final class MergeCommandTest {
  @TempDir private Path folder;
  private RunResult one;
  private RunResult two;
  private RunResult failed;

  private static RunResult named(String id, RunResult run) {
    return new RunResult(
        id, run.tool(), run.command(), run.conditions(), run.thresholds(), run.scenarios());
  }

  @BeforeEach
  void runs() {
    one = named("r1", SampleRuns.good());
    two = named("r2", SampleRuns.good());
    failed = named("r3", SampleRuns.failed());
  }

  private String file(RunResult run) throws IOException {
    return Files.write(folder.resolve(run.runId() + ".json"), RunFile.write(run)).toString();
  }

  private static RunResult merged(RunResult... runs) {
    RunMerge merge = new RunMerge(true);
    for (RunResult run : runs) {
      merge.add(run.runId(), run);
    }
    return merge.result();
  }

  @Test
  void reportsKeepsAndJudgesTheWhole() throws IOException {
    RunResult whole = merged(one, two);
    String kept = folder.resolve("both.json").toString();
    Ran ran = InMemory.run("merge", file(one), file(two), "--save", kept);
    assertThat(ran)
        .isEqualTo(new Ran(0, TerminalReport.render(whole, Judge.judge(whole), false), ""));
    assertThat(ran.out()).contains("merged from", "2 runs: r1, r2", "2 000");
    assertThat(InMemory.run("report", kept)).isEqualTo(ran);
    assertThat(InMemory.run("merge", "--format=json", file(two), file(one)).out())
        .isEqualTo(JsonReport.render(whole, Judge.judge(whole)));
    assertThat(whole.scenarios().get(0).count(Counter.STARTED)).isEqualTo(2_000);
  }

  @Test
  void takesRunsFromStdinAndSaysWhatItSkipped() throws IOException {
    String logs =
        "stress: waiting for the target\n"
            + JsonReport.render(one, Judge.judge(one))
            + RunFile.toTree(two)
            + "\n";
    Ran ran = new InMemory(Map.of()).with(logs).execute("merge", "-", "--format", "json");
    assertThat(ran.code()).isZero();
    assertThat(ran.result()).isEqualTo(merged(one, two));
    assertThat(ran.err())
        .isEqualTo(
            "stress: stdin: 2 runs; 1 line that belongs to none was skipped, first line 1: stress:"
                + " waiting for the target\n");
    Ran mixed = new InMemory(Map.of()).with(logs).execute("merge", "-", file(two));
    assertThat(mixed.code()).isEqualTo(2);
    assertThat(mixed.err())
        .contains("r2.json: the run r2 is already in stdin: line ", "leave one of them out");
  }

  @Test
  void aThresholdIsJudgedOnTheWhole() throws IOException {
    Ran refused = InMemory.run("merge", file(one), file(failed));
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .contains("the plans differ: contract is \"monte-carlo\" in ", "--different-plans");
    Ran told = InMemory.run("merge", file(one), file(failed), "--different-plans");
    assertThat(told.code()).isEqualTo(3);
    // 1 940 of 2 000 submissions, and 1 890 of 1 935 jobs.
    assertThat(told.out()).contains("97 %", "97.67 %");
  }

  @Test
  void aThresholdThatIsNoneIsNamed() throws IOException {
    String odd = file(SampleRuns.with(one, List.of("submissions.success >= 100%", "p95 < x")));
    for (String[] command :
        new String[][] {{"report", odd}, {"merge", odd}, {"compare", odd, file(two)}}) {
      Ran ran = InMemory.run(command);
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err())
          .startsWith("stress: " + odd + ": at /thresholds/1: threshold 'p95 < x'");
    }
  }

  @Test
  void whatIsNoRunIsNamed() throws IOException {
    Path cut =
        Files.write(folder.resolve("cut.json"), "{\"schema\": \"stress.run/1\",".getBytes(UTF_8));
    Ran ran = InMemory.run("merge", file(one), cut.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("stress: " + cut + ": ").contains("cut off");
    assertThat(InMemory.run("merge", folder.resolve("none.json").toString()).err())
        .contains("none.json: there is no such file");
    assertThat(InMemory.run("merge", folder.toString()).err()).contains("is a folder");
    Ran empty = new InMemory(Map.of()).with("[pod/a] {\n[pod/a] }\n").execute("merge", "-");
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err())
        .startsWith(
            "stress: stdin: there is no run in it; 2 lines that belong to none were skipped, first"
                + " line 1: [pod/a] {; expected what --save or --format json writes\n");
    assertThat(InMemory.run("merge", "-", "-").err()).contains("-: is given twice");
    assertThat(InMemory.run("merge").code()).isEqualTo(2);
  }
}
