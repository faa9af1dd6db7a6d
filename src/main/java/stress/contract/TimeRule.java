package stress.contract;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Where an answer tells the target's own times, and how they are written.
 *
 * @param message when the answer itself was made
 * @param zone of a time that names none
 */
public record TimeRule(
    Pointers created,
    Pointers started,
    Pointers ended,
    Pointers message,
    ZoneId zone,
    Epoch epoch) {
  /** Nothing is told. */
  public static final TimeRule NONE =
      new TimeRule(
          Pointers.NONE,
          Pointers.NONE,
          Pointers.NONE,
          Pointers.NONE,
          ZoneOffset.UTC,
          Epoch.BY_SIZE);

  /** Only when a message was made is told. */
  static TimeRule ofMessage(Pointers message, ZoneId zone, Epoch epoch) {
    return new TimeRule(Pointers.NONE, Pointers.NONE, Pointers.NONE, message, zone, epoch);
  }

  /** What a number counts since 1970. */
  public enum Epoch {
    SECONDS,
    MILLIS,
    /** Milliseconds from 10^11 on (as seconds that would be the year 5138), seconds below. */
    BY_SIZE
  }
}
