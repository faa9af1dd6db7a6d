package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.clock.ManualTime;

class TargetClockTest {
  @Test
  void instantsStandOnTheAxisOfOurClock() {
    ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00.25Z"));
    time.stall(Duration.ofSeconds(5));
    TargetClock clock = new TargetClock(time, time);

    assertThat(clock.nanos(Instant.parse("2026-01-01T00:00:05.25Z"))).hasValue(5_000_000_000L);
    assertThat(clock.nanos(Instant.parse("2026-01-01T00:00:07.250000001Z")))
        .hasValue(7_000_000_001L);
    assertThat(clock.nanos(Instant.parse("2025-12-31T23:59:59Z"))).hasValue(-1_250_000_000L);
  }

  @Test
  void aLaterJumpOfOurTimeOfDayMovesNothing() {
    Instant[] day = {Instant.parse("2026-01-01T00:00:00Z")};
    TargetClock clock = new TargetClock(() -> day[0], () -> 7);
    day[0] = Instant.parse("2030-01-01T00:00:00Z");

    assertThat(clock.nanos(Instant.parse("2026-01-01T00:00:01Z"))).hasValue(1_000_000_007L);
  }

  @Test
  void anInstantACenturyAwayIsNoTime() {
    TargetClock clock = new TargetClock(() -> Instant.parse("2026-01-01T00:00:00Z"), () -> 0);

    assertThat(clock.nanos(Instant.EPOCH)).isPresent();
    assertThat(clock.nanos(Instant.parse("2126-06-01T00:00:00Z"))).isEmpty();
    assertThat(clock.nanos(Instant.MIN)).isEmpty();
    assertThat(clock.nanos(Instant.MAX)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:00:05Z, 999999999",
    "2026-01-01T00:00:05.250Z, 999999",
    "2026-01-01T00:00:05.250001Z, 999",
    "2026-01-01T00:00:05.250001002Z, 0"
  })
  void aStampMayHaveCutOffWhatItDoesNotWrite(Instant stamp, long slack) {
    assertThat(TargetClock.slack(stamp)).isEqualTo(slack);
  }
}
