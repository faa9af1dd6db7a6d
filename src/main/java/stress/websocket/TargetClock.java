package stress.websocket;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import stress.clock.NanoClock;
import stress.clock.WallClock;

/**
 * Puts the target's instants on the axis of our monotonic clock, by one label of our time of day:
 * that of its making. A later jump of our time of day moves nothing.
 */
final class TargetClock {
  /** Twice as much, in nanoseconds, still is a long. */
  private static final long MOST_SECONDS = Duration.ofDays(36_500).toSeconds();

  private static final long SECOND = 1_000_000_000L;

  private final Instant label;
  private final long labelled;

  TargetClock(WallClock wall, NanoClock clock) {
    this.label = wall.now();
    this.labelled = clock.nanos();
  }

  /** Our clock's reading at that instant if both clocks agree; absent for one a century away. */
  OptionalLong nanos(Instant instant) {
    long seconds = instant.getEpochSecond() - label.getEpochSecond();
    return Math.abs(seconds) > MOST_SECONDS
        ? OptionalLong.empty()
        : OptionalLong.of(labelled + seconds * SECOND + instant.getNano() - label.getNano());
  }

  /**
   * The most that the way of writing can have cut off an instant: it is taken as written to the
   * second, millisecond or microsecond when nothing finer is there.
   */
  static long slack(Instant instant) {
    int fraction = instant.getNano();
    if (fraction == 0) {
      return SECOND - 1;
    }
    if (fraction % 1_000_000 == 0) {
      return 999_999;
    }
    return fraction % 1_000 == 0 ? 999 : 0;
  }
}
