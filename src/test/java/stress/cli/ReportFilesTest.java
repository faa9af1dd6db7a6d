package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stress.measure.HlogExport;
import stress.measure.RunFile;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.report.JsonReport;
import stress.verdict.Judge;

/** The forms of a report, on stdout and as files, from a run that was kept. */
final class ReportFilesTest {
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put("text", "report.txt");
    FILES.put("json", "run.json");
    FILES.put("junit", "junit.xml");
    FILES.put("markdown", "report.md");
    FILES.put("html", "report.html");
  }

  private static Path kept(Path folder, RunResult run) throws IOException {
    return Files.writeString(folder.resolve("kept.json"), JsonReport.render(run, Judge.judge(run)));
  }

  @Test
  void everyFormIsAFileAndTheSameOnStdout(@TempDir Path folder) throws IOException {
    for (RunResult run : List.of(SampleRuns.good(), SampleRuns.failed(), SampleRuns.empty())) {
      String file = kept(folder, run).toString();
      Path made = folder.resolve("a/b");
      Ran ran = InMemory.run("report", file, "--output", made.toString());
      assertThat(ran.err()).isEmpty();
      for (Map.Entry<String, String> form : FILES.entrySet()) {
        Ran printed = InMemory.run("report", file, "--format", form.getKey());
        assertThat(printed.code()).isEqualTo(ran.code());
        assertThat(made.resolve(form.getValue())).hasContent(printed.out());
      }
      assertThat(made.resolve("run.hlog")).hasContent(HlogExport.of(run));
      assertThat(made.resolve("run.json")).hasSameTextualContentAs(Path.of(file));
      assertThat(RunFile.read(Files.readAllBytes(made.resolve("run.json")), "x")).isEqualTo(run);
      try (Stream<Path> files = Files.list(made)) {
        assertThat(files.map(path -> path.getFileName().toString()))
            .containsExactlyInAnyOrder(
                "report.txt", "run.json", "junit.xml", "report.md", "report.html", "run.hlog");
      }
    }
  }

  @Test
  void theSummaryIsAppended(@TempDir Path folder) throws IOException {
    String file = kept(folder, SampleRuns.good()).toString();
    Path page = Files.writeString(folder.resolve("page.md"), "before\n");
    String markdown = InMemory.run("report", file, "--format", "markdown").out();
    assertThat(InMemory.run("report", file, "--summary", page.toString()).code()).isZero();
    Ran ran =
        new InMemory(Map.of("GITHUB_STEP_SUMMARY", page.toString()))
            .execute("report", file, "--summary", "github");
    assertThat(ran.code()).isZero();
    assertThat(page).hasContent("before\n" + markdown + markdown);
  }

  @Test
  void whatCannotBeWrittenIsRefusedAtOnce(@TempDir Path folder) throws IOException {
    String file = kept(folder, SampleRuns.good()).toString();
    refused("--output " + file + ": " + file + " is no folder", file, "--output", file);
    refused("--output " + file + "/x: " + file + " is no folder", file, "--output", file + "/x");
    refused("--summary " + folder + ": is a folder", file, "--summary", folder.toString());
    refused("--summary github: GITHUB_STEP_SUMMARY is not set", file, "--summary", "github");
    refused("--format pdf: expected text, json, junit, markdown or html", file, "--format", "pdf");
  }

  private static void refused(String sentence, String... arguments) {
    Ran ran =
        InMemory.run(
            Stream.concat(Stream.of("report"), Stream.of(arguments)).toArray(String[]::new));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("stress: " + sentence);
  }

  @Test
  void aFileThatIsReplacedIsNeverHalfOfOne(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("real.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
    new WholeFile(link).write("new".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(file).hasContent("new");
    assertThat(link).isSymbolicLink();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, link);
    }
  }
}
