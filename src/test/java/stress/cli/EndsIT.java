package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.measure.Counter;
import stress.measure.End;
import stress.measure.ScenarioResult;

/** How the process ends: exit codes, signals, what it leaves behind. */
final class EndsIT {
  private static final String ENDLESS = "job.stuck:100%";

  @Test
  void nothingListening() throws IOException {
    long begun = System.nanoTime();
    assertThat(Launch.of("--jobs", "1", "--simulate").run().code()).isZero();
    long withTarget = System.nanoTime() - begun;
    begun = System.nanoTime();
    Ran ran = Launch.of("--url", unusedAddress()).run();
    long took = System.nanoTime() - begun;
    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err())
        .contains(
            "never reached", "connection refused", "--url", "--simulate", "--wait-for-target");
    assertThat(ran.out()).contains("NOT REACHED (exit 5)").doesNotContain("NaN", "Exception");
    // Starting is most of it: nothing is waited for.
    assertThat(took).isLessThan(2 * withTarget);
  }

  @Test
  void waitsForATargetThatIsStarting() throws IOException {
    Ran ran = Launch.of("--url", unusedAddress(), "--wait-for-target", "1s").run();
    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).contains("stress: waiting for the target: ", "after waiting 1s");
  }

  @Test
  void quietWaitsWithoutAWord() throws IOException {
    Ran ran = Launch.of("--url", unusedAddress(), "--wait-for-target", "1s", "--quiet").run();
    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err())
        .startsWith("stress: the target was never reached: ")
        .doesNotContain("waiting for the target");
  }

  private static String unusedAddress() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }

  @Test
  void aWrongOptionSendsNothing() {
    try (LiveTarget target = new LiveTarget()) {
      Ran ran = Launch.of("--url", target.url(), "--jobs", "5", "--follow", "closely").run();
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("--follow", "closely", "poll, socket, auto");
      assertThat(ran.out()).isEmpty();
      assertThat(target.truth().requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INT, 130, INTERRUPTED, true",
    "INT, 130, INTERRUPTED, false",
    "TERM, 143, TERMINATED, true",
  })
  void aSignalEndsTheRunWithAReport(String signal, int code, End end, boolean cleanup) {
    try (LiveTarget target = LiveTarget.withFaults(ENDLESS);
        StressProcess process =
            Launch.of(
                    "--url",
                    target.url(),
                    "--jobs",
                    "20",
                    cleanup ? "--cleanup" : "--quiet",
                    "--format",
                    "json")
                .start()) {
      process.until("20 jobs were accepted", () -> target.truth().jobs().size() == 20);
      process.until("it looked at some", () -> target.truth().requests().containsKey("status"));
      process.signal(signal);
      Ran ran = process.ended();
      assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
      ScenarioResult result = ran.scenario();
      assertThat(result.end()).isEqualTo(end);
      assertThat(result.count(Counter.STARTED)).isEqualTo(20);
      assertThat(result.count(Counter.CANCELLED_BY_US)).isEqualTo(20);
      assertThat(result.unaccounted()).isZero();
      assertThat(result.count(Counter.CLEANED)).isEqualTo(cleanup ? 20 : 0);
      assertThat(target.truth().jobsWith("cancelled")).isEqualTo(cleanup ? 20 : 0);
      assertThat(target.truth().jobsWith("stuck")).isEqualTo(cleanup ? 0 : 20);
    }
  }

  @Test
  void theReportSaysThatItWasInterrupted() {
    try (LiveTarget target = LiveTarget.withFaults(ENDLESS);
        StressProcess process = Launch.of("--url", target.url(), "--jobs", "3").start()) {
      process.until("3 jobs were accepted", () -> target.truth().jobs().size() == 3);
      process.signal("INT");
      Ran ran = process.ended();
      assertThat(ran.out())
          .contains("interrupted by SIGINT", "verdict: INTERRUPTED (exit 130)")
          .doesNotContain("NaN");
    }
  }

  /** The first signal begins a clean-up that gets no answers; the second ends it. */
  @Test
  void aSecondSignalLeavesAtOnce() {
    try (LiveTarget target = LiveTarget.withFaults(ENDLESS + "; cancel.silence:100%");
        StressProcess process =
            Launch.of("--url", target.url(), "--jobs", "5", "--cleanup").start()) {
      process.until("5 jobs were accepted", () -> target.truth().jobs().size() == 5);
      process.signal("INT");
      process.until("cleaning up", () -> target.truth().requests().containsKey("cancel"));
      process.signal("INT");
      Ran ran = process.ended();
      assertThat(ran.code()).isEqualTo(130);
      assertThat(ran.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "1, 0", "3, 0"})
  void fewJobsInABatchOfFive(int jobs, int code) {
    try (LiveTarget target = new LiveTarget()) {
      Ran ran = Launch.of("--url", target.url(), "--jobs", "" + jobs, "--batch-size", "5").run();
      assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
      assertThat(ran.out())
          .contains("(exit " + code + ")")
          .doesNotContain("NaN", "Infinity", "Exception", "null");
      assertThat(ran.err()).isEmpty();
      assertThat(target.submissions()).isEqualTo(jobs);
      assertThat(target.truth().jobsWith("completed")).isEqualTo(jobs);
    }
  }

  /** While it tests somebody else's server, the program itself is no server. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void listensOnNoPortAndLeavesNoFile(@TempDir Path folder) throws IOException {
    try (LiveTarget target = LiveTarget.withFaults(ENDLESS);
        StressProcess process =
            Launch.of("--url", target.url(), "--jobs", "3", "--follow", "auto")
                .in(folder)
                .start()) {
      process.until("3 sockets are open", () -> target.truth().sockets().opened() == 3);
      assertThat(listening(process.pid())).isEmpty();
      process.signal("INT");
      assertThat(process.ended().code()).isEqualTo(130);
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).isEmpty();
      }
    }
  }

  /** The inodes of sockets that the process holds and the system lists as listening (state 0A). */
  private static Set<String> listening(long pid) throws IOException {
    Set<String> inodes =
        Stream.concat(rows(pid, "tcp"), rows(pid, "tcp6"))
            .map(row -> row.strip().split("\\s+"))
            .filter(row -> row.length > 9 && row[3].equals("0A"))
            .map(row -> "socket:[" + row[9] + "]")
            .collect(Collectors.toSet());
    assertThat(inodes).as("the target itself listens").isNotEmpty();
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return open.map(EndsIT::link).filter(inodes::contains).collect(Collectors.toSet());
    }
  }

  private static Stream<String> rows(long pid, String table) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table)).stream();
  }

  private static String link(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closed) {
      return "";
    }
  }
}
