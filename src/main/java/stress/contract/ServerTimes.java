package stress.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * Instants of the target's own clock, as one answer claims them; {@code message} is when the answer
 * itself was made.
 */
public record ServerTimes(
    Optional<Instant> created,
    Optional<Instant> started,
    Optional<Instant> ended,
    Optional<Instant> message) {
  /** An answer that told no time. */
  public static final ServerTimes NONE =
      new ServerTimes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
