package stress.load;

import java.time.Duration;
import java.util.OptionalLong;
import stress.clock.DurationText;

/**
 * Starts in batches: the next is released when each submission of the one before has been answered
 * and the pause is over.
 *
 * <p>This is what the older tool did. It is a closed loop over batches: a start's intended instant
 * is that of its release.
 *
 * @param count all starts; 0 for none at all
 * @param size starts of a batch, at least 1; more than {@code count} means one batch of all
 * @param pause waited between the last answer and the next batch; 0 for none
 */
public record Batched(long count, int size, Duration pause) implements LoadModel {
  public Batched {
    if (count < 0) {
      throw new IllegalArgumentException(
          count + " starts are not a number to reach: expected 0 or more");
    }
    if (size < 1) {
      throw new IllegalArgumentException(
          "a batch of " + size + " starts nothing: expected a size of 1 or more");
    }
    if (pause.isNegative()) {
      throw new IllegalArgumentException(
          "a pause of " + pause.toNanos() + "ns between batches is negative: expected 0s or more");
    }
  }

  @Override
  public String describe() {
    String text =
        "batches: " + count + " in batches of " + size + ", each after the one before was answered";
    return pause.isZero() ? text : text + " and a pause of " + DurationText.format(pause);
  }

  @Override
  public OptionalLong planned() {
    return OptionalLong.of(count);
  }
}
