package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stress.measure.End;
import stress.measure.ScenarioResult;

/** What was demanded of a run decides how the process ends. */
final class ThresholdsIT {
  private static Ran run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("jobs", "--simulate", "--quiet"));
    all.addAll(List.of("--job-time", "20ms", "--format", "json"));
    all.addAll(List.of(arguments));
    return Launch.of(all.toArray(String[]::new)).run();
  }

  @Test
  void whatIsKeptPasses() {
    Ran ran =
        run(
            "--threshold",
            "jobs.submit.service.p50 < 10s and jobs.succeeded >= 20",
            "--threshold",
            "jobs.queue.own.max <= 20");
    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.result().thresholds())
        .containsExactly(
            "submissions.success >= 100%",
            "completions.success >= 99%",
            "jobs.submit.service.p50 < 10s",
            "jobs.succeeded.count >= 20",
            "jobs.queue.own.max <= 20");
  }

  @Test
  void whatIsBrokenFails() {
    assertThat(run("--threshold", "jobs.submit.service.p50 < 1us").code()).isEqualTo(3);
  }

  @Test
  void aSampleThatCannotDecideFailsWhereThatIsAsked() {
    String threshold = "jobs.submit.service.p99.9 < 1m";
    Ran lenient = run("--threshold", threshold);
    assertThat(lenient.code()).isZero();
    assertThat(lenient.out()).contains("\"outcome\": \"inconclusive\"");
    assertThat(run("--threshold", threshold, "--strict").code()).isEqualTo(3);
  }

  @Test
  void nothingSubmittedIsNoVerdict() {
    Ran ran = run("--jobs", "0", "--threshold", "jobs.submit.service.p95 < 200ms");
    assertThat(ran.code()).isEqualTo(4);
  }

  @Test
  void aTargetThatRefusesEverythingFails() {
    Ran ran =
        run("--faults", "submit.status=503:100%", "--threshold", "jobs.submit.service.p95 < 200ms");
    assertThat(ran.code()).isEqualTo(3);
  }

  @Test
  void aHopelessRunEndsEarly() {
    Ran ran =
        run(
            "--rate",
            "20/s",
            "--duration",
            "5m",
            "--faults",
            "submit.status=503:100%",
            "--threshold",
            "submissions.success >= 50% abort-on-fail after 2s");
    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    ScenarioResult result = ran.scenario();
    assertThat(result.end()).isEqualTo(End.ABORTED);
    assertThat(result.elapsed()).isBetween(Duration.ofSeconds(2), Duration.ofMinutes(2));
    assertThat(result.notes().get(0))
        .startsWith("stopped, because 'submissions.success >= 50%' had failed after ")
        .contains(" s: 0 %. 0 of ");
    assertThat(result.unaccounted()).isZero();
  }
}
