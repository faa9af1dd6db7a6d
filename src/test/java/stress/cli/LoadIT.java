package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stress.contract.BuiltInContracts;
import stress.measure.Counter;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.Identity;
import stress.measure.IdentityFinding;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.simulator.Truth;

/** Runs of a thousand jobs against a simulator that misbehaves and knows what it did. */
final class LoadIT {
  /** The default contract, asking for so little that the simulator is not busy computing. */
  private static String contract(Path folder) {
    String text = new BuiltInContracts(name -> Optional.empty()).text("monte-carlo").orElseThrow();
    String small =
        text.replace("num_runs: {$integer: [100, 1000]}", "num_runs: 1")
            .replace("days: [30, 365]", "days: [30, 31]");
    try {
      return Files.writeString(folder.resolve("small.yaml"), small).toString();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void aStallShowsInTheResponseTimes(@TempDir Path folder) {
    try (LiveTarget target = LiveTarget.withFaults("server.stall=2s@3s")) {
      Ran ran =
          Launch.of(
                  "--url",
                  target.url(),
                  "--contract",
                  contract(folder),
                  "--rate",
                  "100/s",
                  "--duration",
                  "10s",
                  "--format",
                  "json")
              .run();
      ScenarioResult result = ran.scenario();
      assertThat(result.of(Series.SUBMIT_RESPONSE).percentile(99))
          .isGreaterThanOrEqualTo(1_800_000_000L);
      assertThat(result.of(Series.SUBMIT_SERVICE).count()).isEqualTo(1000);
      assertThat(result.of(Series.SUBMIT_SERVICE).percentile(99)).isPositive();
      assertThat(result.count(Counter.STARTED)).isEqualTo(1000);
      assertThat(result.count(Counter.ACCEPTED)).isEqualTo(1000);
      assertThat(result.unaccounted()).isZero();
      assertThat(target.submissions()).isEqualTo(1000);
      assertThat(target.truth().injected("server.stall")).isEqualTo(1);
      // Longer than ten seconds, and stderr is not a terminal: plain lines, one in ten seconds.
      assertThat(ran.err().lines())
          .isNotEmpty()
          .allMatch(line -> line.matches("stress: after [0-9.]+ s: \\d+ (%|done), .* in flight.*"))
          .hasSizeLessThanOrEqualTo((int) (result.elapsed().toSeconds() / 10));
    }
  }

  /**
   * The seed is one with which no stuck job's own submission was malformed (such a job is not
   * followed), and no duplicate names a job whose submission was (it would be followed then).
   */
  @Test
  void countsAreThoseOfTheSimulator(@TempDir Path folder) {
    String faults =
        "submit.status=503:5%; submit.reset:2%; job.stuck:1%; submit.duplicate:1%;"
            + " submit.malformed:1%";
    try (LiveTarget target =
        new LiveTarget(c -> c.withFaults(faults).withJobTime("100ms").withSeed(7))) {
      Ran ran =
          Launch.of(
                  "--url",
                  target.url(),
                  "--jobs",
                  "1000",
                  "--rate",
                  "200/s",
                  "--timeout",
                  "15s",
                  "--format",
                  "json")
              .run();
      ScenarioResult result = ran.scenario();
      Truth truth = target.truth();
      long refused = truth.answered("submit", 503);
      long reset = truth.injected("submit.reset");
      long malformed = truth.injected("submit.malformed");
      long twice = truth.injected("submit.duplicate");
      long stuck = truth.jobsWith("stuck");
      assertThat(List.of(refused, reset, malformed, twice, stuck)).allMatch(n -> n > 0);

      assertThat(target.submissions()).isEqualTo(1000);
      assertThat(result.count(Counter.STARTED)).isEqualTo(1000);
      assertThat(result.count(Counter.ACCEPTED)).isEqualTo(1000 - refused - reset - malformed);
      assertThat(result.count(Counter.REFUSED)).isEqualTo(refused + malformed);
      assertThat(errors(result, ErrorKind.STATUS_SERVER)).isEqualTo(refused);
      assertThat(errors(result, ErrorKind.BODY_NOT_JSON)).isEqualTo(malformed);
      assertThat(result.count(Counter.OUTCOME_UNKNOWN)).isEqualTo(reset);
      assertThat(errors(result, ErrorKind.CONNECTION_LOST)).isEqualTo(reset);
      assertThat(result.count(Counter.UNSENT)).isZero();
      assertThat(result.count(Counter.MERGED)).isEqualTo(twice);
      assertThat(findings(result, Identity.ID_TWICE)).isEqualTo(twice);
      assertThat(result.jobs()).isEqualTo(truth.jobs().size() - malformed);
      assertThat(result.count(Counter.CUT)).isEqualTo(stuck);
      assertThat(errors(result, ErrorKind.DEADLINE)).isEqualTo(stuck);
      assertThat(result.count(Counter.SUCCEEDED))
          .isEqualTo(truth.jobsWith("completed") - malformed);
      assertThat(result.count(Counter.FAILED)).isZero();
      assertThat(result.count(Counter.LOST)).isZero();
      assertThat(result.unaccounted()).isZero();
      assertThat(ran.code()).isEqualTo(3);
    }
  }

  private static long errors(ScenarioResult result, ErrorKind kind) {
    return result.errors().stream()
        .filter(entry -> entry.signature().kind() == kind)
        .mapToLong(ErrorEntry::count)
        .sum();
  }

  private static long findings(ScenarioResult result, Identity kind) {
    return result.identity().stream()
        .filter(finding -> finding.kind() == kind)
        .mapToLong(IdentityFinding::count)
        .sum();
  }
}
