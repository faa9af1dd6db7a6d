package stress.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollPacingTest {
  private static final long SECOND = 1_000_000_000L;

  private final PollPacing pacing = new PollPacing(Duration.ofSeconds(1), OptionalDouble.empty());

  @Test
  void aLookComesAfterTheIntervalGiveOrTakeATenth() {
    Set<Long> waits = new HashSet<>();
    double sum = 0;
    for (int index = 0; index < 100; index++) {
      for (int look = 0; look < 10; look++) {
        long wait = pacing.wait(Optional.empty(), 0, index, look);
        assertThat(wait).isBetween(SECOND * 9 / 10, SECOND * 11 / 10);
        waits.add(wait);
        sum += wait;
      }
    }
    assertThat(waits).hasSize(1_000);
    assertThat(sum / 1_000).isBetween(0.99 * SECOND, 1.01 * SECOND);
  }

  @Test
  void theSpreadRepeats() {
    assertThat(pacing.wait(Optional.empty(), 0, 3, 5))
        .isEqualTo(pacing.wait(Optional.empty(), 0, 3, 5));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "2, 4", "3, 8", "4, 16", "5, 16", "1000000, 16"})
  void eachFailureInARowDoublesTheWaitFourTimesAtMost(int failures, long factor) {
    double once = pacing.wait(Optional.empty(), 0, 3, 5);

    assertThat((double) pacing.wait(Optional.empty(), failures, 3, 5))
        .isBetween(factor * once - factor, factor * once + factor);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "5, 5", "30, 30", "31, 30", "999999999, 30"})
  void theTargetsWishIsHonouredFromTheIntervalToThirtySeconds(long asked, long waited) {
    assertThat(pacing.wait(Optional.of(Duration.ofSeconds(asked)), 3, 1, 1))
        .isEqualTo(waited * SECOND);
  }

  @Test
  void anIntervalBeyondThirtySecondsIsNotShortenedByAWish() {
    PollPacing slow = new PollPacing(Duration.ofMinutes(1), OptionalDouble.empty());

    assertThat(slow.wait(Optional.of(Duration.ofSeconds(45)), 0, 1, 1)).isEqualTo(60 * SECOND);
  }

  @Test
  void pacingThatWouldNotPaceIsRefused() {
    assertThatThrownBy(() -> new PollPacing(Duration.ofNanos(999_999), OptionalDouble.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a poll interval is at least 1ms");
    assertThatThrownBy(() -> new PollPacing(Duration.ofSeconds(1), OptionalDouble.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a poll rate is above 0");
    assertThatThrownBy(() -> new PollPacing(Duration.ofSeconds(1), OptionalDouble.of(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
