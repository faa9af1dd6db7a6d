package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.measure.Counter;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.simulator.Personality;

/** Each job API that the simulator can be, by its contract. */
final class PersonalitiesIT {
  private static final Path OTHER =
      Path.of("src/test/resources/contracts/simulator-other.yaml").toAbsolutePath();

  private static ScenarioResult run(LiveTarget target, String contract, String follow) {
    Ran ran =
        Launch.of(
                "--url",
                target.url(),
                "--contract",
                contract,
                "--jobs",
                "10",
                "--follow",
                follow,
                "--poll-interval",
                "100ms",
                "--timeout",
                "60s",
                "--format",
                "json")
            .run();
    assertThat(ran.code()).as(ran.toString()).isZero();
    ScenarioResult result = ran.scenario();
    assertThat(result.count(Counter.SUCCEEDED)).as(ran.toString()).isEqualTo(10);
    assertThat(result.identity()).as(ran.toString()).isEmpty();
    assertThat(result.of(Series.SERVER_PROCESSING).count()).as(ran.toString()).isEqualTo(10);
    assertThat(target.submissions()).isEqualTo(10);
    assertThat(target.truth().jobsWith("completed")).isEqualTo(10);
    return result;
  }

  @ParameterizedTest
  @CsvSource({
    "MONTE_CARLO_OPEN, poll",
    "MONTE_CARLO_OPEN, socket",
    "MONTE_CARLO_ASYNC, poll",
    "MONTE_CARLO_ASYNC, socket",
    "OTHER, poll",
    "OTHER, socket",
  })
  void allJobsSucceed(Personality personality, String follow) {
    try (LiveTarget target = new LiveTarget(config -> config.withPersonality(personality))) {
      String contract =
          switch (personality) {
            case MONTE_CARLO, MONTE_CARLO_OPEN -> "monte-carlo";
            case MONTE_CARLO_ASYNC -> "monte-carlo-async";
            case OTHER -> OTHER.toString();
          };
      ScenarioResult result = run(target, contract, follow);
      boolean socket = follow.equals("socket");
      assertThat(result.count(Counter.SOCKETS_OPENED)).isEqualTo(socket ? 10 : 0);
      assertThat(target.truth().sockets().opened()).isEqualTo(socket ? 10 : 0);
      assertThat(result.count(Counter.POLLS) > 0).isEqualTo(!socket);
    }
  }

  @Test
  void autoFallsBackToPollingWhereSocketsAreRefused() {
    try (LiveTarget target = LiveTarget.withFaults("socket.refuse=403:100%")) {
      ScenarioResult result = run(target, "monte-carlo", "auto");
      assertThat(result.count(Counter.SOCKETS_OPENED)).isZero();
      assertThat(result.count(Counter.SOCKETS_FAILED)).isEqualTo(10);
      assertThat(result.count(Counter.POLLS)).isGreaterThanOrEqualTo(10);
      assertThat(target.truth().sockets().refused()).isEqualTo(10);
    }
  }
}
