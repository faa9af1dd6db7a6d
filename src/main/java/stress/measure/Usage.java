package stress.measure;

import java.util.OptionalLong;

/**
 * How much of something that is limited was in use at most.
 *
 * @param most the most that was seen at a reading
 * @param limit absent when there is none
 */
public record Usage(long most, OptionalLong limit) {
  /** How many were left at the worst reading, never below zero; absent without a limit. */
  public OptionalLong left() {
    return limit.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(0, limit.getAsLong() - most));
  }
}
