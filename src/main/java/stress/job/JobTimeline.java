package stress.job;

import java.util.Optional;
import java.util.OptionalLong;
import stress.contract.Meaning;

/**
 * When a job changed its state, as bounds.
 *
 * <p>An edge that is only seen by looking lies between the start of the last look that did not see
 * it and the end of the first that did. Durations between edges therefore have a least and a
 * greatest possible value; the truth lies between them, and so does each quantile of the truth
 * between the same quantiles of the least and of the greatest values. All instants are nanoseconds
 * on the run's clock.
 */
final class JobTimeline {
  /** The least and the greatest that a duration can have been, in nanoseconds. */
  record Bounds(long low, long high) {
    Bounds {
      low = Math.max(0, low);
      high = Math.max(low, high);
    }
  }

  private final long origin;
  private final long submitStarted;
  private final long submitEnded;
  private long lastWaiting;
  private long lastUnsettled;
  private OptionalLong runningSeen = OptionalLong.empty();
  private OptionalLong settledSeen = OptionalLong.empty();

  /**
   * @param origin the instant from which the total counts: the intended start, where there is one
   */
  JobTimeline(long origin, long submitStarted, long submitEnded) {
    this.origin = origin;
    this.submitStarted = submitStarted;
    this.submitEnded = submitEnded;
    this.lastWaiting = submitStarted;
    this.lastUnsettled = submitStarted;
  }

  /** Takes in one look; looks come in order. */
  void seen(Meaning meaning, long looked, long at) {
    switch (meaning) {
      case WAITING -> waiting(looked);
      case RUNNING -> running(looked, at);
      case SUCCEEDED, FAILED, CANCELLED, TIMED_OUT -> settled(at);
      case NOT_FOUND, NOTHING, UNKNOWN -> {
        // says nothing about an edge
      }
    }
  }

  private void waiting(long looked) {
    if (runningSeen.isEmpty()) {
      lastWaiting = Math.max(lastWaiting, looked);
    }
    lastUnsettled = Math.max(lastUnsettled, looked);
  }

  private void running(long looked, long at) {
    if (runningSeen.isEmpty()) {
      runningSeen = OptionalLong.of(at);
    }
    lastUnsettled = Math.max(lastUnsettled, looked);
  }

  private void settled(long at) {
    if (settledSeen.isEmpty()) {
      settledSeen = OptionalLong.of(at);
    }
  }

  /**
   * Accepted to running; a job that was never seen running became so before it was seen settled.
   */
  Optional<Bounds> queueing() {
    OptionalLong edge = runningSeen.isPresent() ? runningSeen : settledSeen;
    return edge.isEmpty()
        ? Optional.empty()
        : Optional.of(new Bounds(lastWaiting - submitEnded, edge.getAsLong() - submitStarted));
  }

  /** Running to settled. */
  Optional<Bounds> processing() {
    if (settledSeen.isEmpty()) {
      return Optional.empty();
    }
    long ended = settledSeen.getAsLong();
    return Optional.of(new Bounds(lastUnsettled - runningSeen.orElse(ended), ended - lastWaiting));
  }

  /** Origin to settled. */
  Optional<Bounds> total() {
    return settledSeen.isEmpty()
        ? Optional.empty()
        : Optional.of(new Bounds(lastUnsettled - origin, settledSeen.getAsLong() - origin));
  }
}
