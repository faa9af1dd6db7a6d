package stress.load;

import java.time.Duration;
import java.util.Optional;
import stress.clock.DurationText;

/**
 * A stretch of an open load whose rate is held or goes in a straight line from one value to
 * another.
 *
 * @param length empty for a stage without end, which only a held rate can have
 * @param from the rate at the beginning
 * @param to the rate at the end; the same for a held rate
 */
public record Stage(Optional<Duration> length, Rate from, Rate to) {
  public Stage {
    length.ifPresent(Stage::checkLength);
    if (length.isEmpty() && !from.equals(to)) {
      throw new IllegalArgumentException(
          "a ramp from " + from.describe() + " to " + to.describe() + " needs a duration");
    }
    if (length.isEmpty() && from.isSilence()) {
      throw new IllegalArgumentException(
          "a stage at 0/s needs a duration, or it would be silent for ever");
    }
  }

  private static void checkLength(Duration length) {
    if (length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException(
          "a stage of " + length.toNanos() + "ns is too short: expected a duration above 0s");
    }
  }

  /** A held rate for a time. */
  public static Stage hold(Duration length, Rate rate) {
    return new Stage(Optional.of(length), rate, rate);
  }

  /** A straight line between two rates. */
  public static Stage ramp(Duration length, Rate from, Rate to) {
    return new Stage(Optional.of(length), from, to);
  }

  /** A held rate that something else ends: a limit of starts. */
  public static Stage endless(Rate rate) {
    return new Stage(Optional.empty(), rate, rate);
  }

  boolean isRamp() {
    return !from.equals(to);
  }

  boolean isSilence() {
    return from.isSilence() && to.isSilence();
  }

  /** Names itself in a report: {@code 50/s for 30s}, {@code 10/s to 50/s in 1m}. */
  public String describe() {
    if (isRamp()) {
      return from.describe() + " to " + to.describe() + " in " + text(length.orElseThrow());
    }
    return from.describe() + length.map(time -> " for " + text(time)).orElse("");
  }

  private static String text(Duration time) {
    return DurationText.format(time);
  }
}
