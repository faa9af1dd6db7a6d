package stress.load;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import stress.clock.DurationText;

/**
 * A number of users, each of whom starts again when what it started has settled and it has thought.
 *
 * <p>The target sets the pace: while it stands still nothing starts. Hence a start has no intended
 * instant other than that of its release.
 *
 * @param users at least 1; all begin at once
 * @param thinkTime waited after settling, before the next start; 0 for none
 * @param iterations starts of all users together; 0 for none at all, empty for no limit
 * @param duration no start after it; empty for no limit
 */
public record Closed(
    int users, Duration thinkTime, OptionalLong iterations, Optional<Duration> duration)
    implements LoadModel {
  public Closed {
    if (users < 1) {
      throw new IllegalArgumentException(
          users + " users cannot start anything: expected 1 or more");
    }
    if (thinkTime.isNegative()) {
      throw new IllegalArgumentException(
          "a think time of " + thinkTime.toNanos() + "ns is negative: expected 0s or more");
    }
    if (iterations.isPresent() && iterations.getAsLong() < 0) {
      throw new IllegalArgumentException(
          iterations.getAsLong() + " iterations are not a number to reach: expected 0 or more");
    }
    if (duration.isPresent() && (duration.get().isNegative() || duration.get().isZero())) {
      throw new IllegalArgumentException(
          "a closed load of " + duration.get().toNanos() + "ns is too short: expected above 0s");
    }
    if (iterations.isEmpty() && duration.isEmpty()) {
      throw new IllegalArgumentException(
          "a closed load would never end: expected a number of iterations, a duration or both");
    }
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder("closed: ").append(Plural.of(users, "user"));
    duration.ifPresent(time -> text.append(" for ").append(DurationText.format(time)));
    iterations.ifPresent(
        n ->
            text.append(duration.isPresent() ? ", at most " : ", ")
                .append(Plural.of(n, "iteration")));
    text.append(
        thinkTime.isZero() ? ", no think time" : ", think time " + DurationText.format(thinkTime));
    return text.toString();
  }

  @Override
  public OptionalLong planned() {
    return duration.isPresent() ? OptionalLong.empty() : iterations;
  }
}
