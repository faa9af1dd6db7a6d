package stress.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Turns instants of the monotonic clock into times of day, by one comparison of the two clocks, so
 * that differences between times of day that clients are told are exactly the true ones.
 */
final class Instants {
  private static final long MICROS_A_DAY = 86_400_000_000L;
  private final long nanosOrigin;
  private final long microsOrigin;

  Instants(long nanosOrigin, Instant wallOrigin) {
    this.nanosOrigin = nanosOrigin;
    this.microsOrigin = ChronoUnit.MICROS.between(Instant.EPOCH, wallOrigin);
  }

  /** Microseconds since the epoch, rounded down. */
  long micros(long nanos) {
    return microsOrigin + Math.floorDiv(nanos - nanosOrigin, 1_000L);
  }

  Instant at(long nanos) {
    return Instant.EPOCH.plus(micros(nanos), ChronoUnit.MICROS);
  }

  /** {@code 2026-01-01T00:00:00.000000} and the zone given, which must be UTC in some spelling. */
  String text(long nanos, String zone) {
    long micros = micros(nanos);
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS_A_DAY));
    long inDay = Math.floorMod(micros, MICROS_A_DAY);
    StringBuilder text = new StringBuilder(32).append(day).append('T');
    padded(text, inDay / 3_600_000_000L, 10).append(':');
    padded(text, inDay / 60_000_000L % 60, 10).append(':');
    padded(text, inDay / 1_000_000L % 60, 10).append('.');
    return padded(text, inDay % 1_000_000L, 100_000).append(zone).toString();
  }

  private static StringBuilder padded(StringBuilder text, long value, long highest) {
    for (long power = highest; power > 1 && value < power; power /= 10) {
      text.append('0');
    }
    return text.append(value);
  }
}
