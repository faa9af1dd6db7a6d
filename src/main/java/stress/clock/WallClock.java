package stress.clock;

import java.time.Instant;

/** The time of day, for labels and for comparing with a server's own instants; never subtracted. */
@FunctionalInterface
public interface WallClock {
  /** The time of day; may jump when the machine's clock is set. Any thread. */
  Instant now();

  /** The clock of the machine. */
  static WallClock system() {
    return Instant::now;
  }
}
