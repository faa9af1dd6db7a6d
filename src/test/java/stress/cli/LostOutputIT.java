package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stress.measure.SampleRuns;
import stress.report.JsonReport;
import stress.verdict.Judge;

/** Readers that go away, streams that are closed, disks that are full. */
final class LostOutputIT {
  /** A run whose verdict is 3. */
  private Path kept;

  @TempDir private Path folder;

  @BeforeEach
  void keep() throws IOException {
    kept = folder.resolve("kept.json");
    Files.writeString(
        kept, JsonReport.render(SampleRuns.failed(), Judge.judge(SampleRuns.failed())));
  }

  @Test
  void aReaderThatHadEnoughChangesNothing() throws IOException {
    // The page is longer than a pipe holds, so that writing it must fail.
    Ran ran =
        Launch.of("report", kept.toString(), "--format", "html", "--output", "made")
            .within("{ \"$0\" \"$@\"; echo $? > code; } | head -c 15")
            .in(folder)
            .run();
    assertThat(ran).isEqualTo(new Ran(0, "<!DOCTYPE html>", ""));
    assertThat(folder.resolve("code")).hasContent("3\n");
    assertThat(Files.readString(folder.resolve("made/report.html"))).endsWith("</html>\n");
  }

  @Test
  void aFullDiskBehindStdoutIsSaid() throws IOException {
    Ran ran =
        Launch.of("report", kept.toString(), "--output", "made")
            .within("exec \"$0\" \"$@\" > /dev/full")
            .in(folder)
            .run();
    assertThat(ran)
        .isEqualTo(
            new Ran(
                1,
                "",
                "stress: stdout could not be written: No space left on device; the exit code would"
                    + " otherwise have been 3\n"));
    assertThat(Files.readString(folder.resolve("made/report.txt")))
        .endsWith("verdict: FAIL (exit 3)\n");
  }

  @Test
  void aClosedStdoutIsSaidAndWhatCanBeWrittenIsWritten() throws IOException {
    Ran ran =
        Launch.of("report", kept.toString(), "--output", "made")
            .within("exec \"$0\" \"$@\" >&-")
            .in(folder)
            .run();
    assertThat(ran)
        .isEqualTo(
            new Ran(
                1,
                "",
                "stress: stdout could not be written: Bad file descriptor; the exit code would"
                    + " otherwise have been 3\n"));
    assertThat(Files.readString(folder.resolve("made/junit.xml"))).endsWith("</testsuites>\n");
  }

  @Test
  void helpThatIsNotReadToItsEndIsNoFailure() {
    Ran ran = Launch.of("jobs", "--help").within("\"$0\" \"$@\" | head -1").run();
    assertThat(ran).isEqualTo(new Ran(0, ran.out().lines().findFirst().get() + "\n", ""));
    assertThat(ran.out()).startsWith("Usage: stress jobs");
  }

  @Test
  void aClosedStderrLosesNothingElse() {
    Ran ran =
        Launch.of("--jobs", "5", "--simulate", "--job-time", "20ms")
            .within("exec \"$0\" \"$@\" 2>&-")
            .in(folder)
            .run();
    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("5 succeeded").endsWith("verdict: PASS (exit 0)\n");
  }

  @Test
  void aFullDiskUnderAFileKeepsNoOtherFromBeingWritten() throws IOException {
    Ran ran =
        Launch.of(
                "--jobs",
                "5",
                "--simulate",
                "--job-time",
                "20ms",
                "--quiet",
                "--save",
                "/dev/full",
                "--summary",
                "/dev/full",
                "--output",
                "made")
            .in(folder)
            .run();
    assertThat(ran.code()).as(ran.toString()).isEqualTo(1);
    assertThat(ran.out()).endsWith("verdict: PASS (exit 0)\n");
    assertThat(ran.err())
        .isEqualTo(
            "stress: --save /dev/full: could not be written: No space left on device\n"
                + "stress: --summary /dev/full: could not be written: No space left on device\n");
    assertThat(Files.readString(folder.resolve("made/report.txt"))).isEqualTo(ran.out());
    assertThat(Launch.of("report", "made/run.json", "--format", "html").in(folder).run())
        .isEqualTo(
            new Ran(
                0,
                Files.readString(folder.resolve("made/report.html"), StandardCharsets.UTF_8),
                ""));
    assertThat(Files.isRegularFile(Path.of("/dev/full"))).isFalse();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsSaidBeforeAnythingIsSent() {
    // No one may write there, not even a superuser.
    for (String option : new String[] {"--save=/proc/run.json", "--output=/proc/run"}) {
      Ran ran = Launch.of("--url", "http://127.0.0.1:1", option).in(folder).run();
      assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains("cannot be written to").doesNotContain("\tat ");
    }
  }
}
