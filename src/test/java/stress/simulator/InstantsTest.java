package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class InstantsTest {
  private final Instants instants =
      new Instants(5_000, Instant.parse("2026-03-09T23:59:59.000001Z"));

  @Test
  void microsecondsWithAllTheirZeros() {
    assertThat(instants.text(5_000, "")).isEqualTo("2026-03-09T23:59:59.000001");
    assertThat(instants.text(6_000, "Z")).isEqualTo("2026-03-09T23:59:59.000002Z");
    assertThat(instants.text(5_000 + 1_100_000_000L, "+00:00"))
        .isEqualTo("2026-03-10T00:00:00.100001+00:00");
  }

  @Test
  void differencesAreTheTrueOnes() {
    assertThat(instants.micros(1_000_005_000L) - instants.micros(5_000)).isEqualTo(1_000_000);
    assertThat(instants.at(5_000)).isEqualTo(Instant.parse("2026-03-09T23:59:59.000001Z"));
  }
}
