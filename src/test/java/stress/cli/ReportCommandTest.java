package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stress.measure.RunFile;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.report.JsonReport;
import stress.report.TerminalReport;
import stress.verdict.Judge;
import stress.verdict.Judgement;

/** {@code stress report}: the report of a kept run, and the exit code that the run had. */
final class ReportCommandTest {
  @Test
  void saysWhatTheRunSaidAndEndsAsItEnded(@TempDir Path folder) throws IOException {
    List<RunResult> runs =
        List.of(
            SampleRuns.good(),
            SampleRuns.failed(),
            SampleRuns.empty(),
            SampleRuns.interrupted(),
            SampleRuns.submission());
    for (RunResult run : runs) {
      Judgement judgement = Judge.judge(run);
      String file = Files.write(folder.resolve("run.json"), RunFile.write(run)).toString();
      int code = judgement.exit().code();
      assertThat(InMemory.run("report", file))
          .isEqualTo(new Ran(code, TerminalReport.render(run, judgement, false), ""));
      String json = JsonReport.render(run, judgement);
      Ran asJson = InMemory.run("report", "--format=json", file);
      assertThat(asJson).isEqualTo(new Ran(code, json, ""));
      assertThat(asJson.result()).isEqualTo(run);
      Files.write(folder.resolve("again.json"), json.getBytes(StandardCharsets.UTF_8));
      assertThat(InMemory.run("report", folder.resolve("again.json").toString()))
          .isEqualTo(InMemory.run("report", file));
    }
    assertThat(runs.stream().map(run -> Judge.judge(run).exit().code()))
        .containsExactly(0, 3, 5, 130, 3);
  }

  @Test
  void aFileThatIsNoRunIsNamed(@TempDir Path folder) throws IOException {
    for (String text : List.of("", "{}", "[1", "{\"schema\": \"stress.run/99\"}", "not json")) {
      Path file = Files.writeString(folder.resolve("run.json"), text);
      Ran ran = InMemory.run("report", file.toString());
      assertThat(ran.code()).as(text).isEqualTo(2);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).startsWith("stress: " + file + ": ").doesNotContain("Exception");
    }
    assertThat(InMemory.run("report", folder.toString()).err()).startsWith("stress: " + folder);
  }
}
