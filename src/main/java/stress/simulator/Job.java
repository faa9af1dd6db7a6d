package stress.simulator;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One job, alive. The queue moves it, on the event loop; instants are written before the phase that
 * they belong to, so that a reader on another thread that sees a phase sees its instants.
 */
final class Job {
  private final long index;
  private final String id;
  private final Submission asked;
  private final OptionalLong length;
  private final JobFaults faults;
  private final long acceptedNanos;
  private volatile OptionalLong startedNanos = OptionalLong.empty();
  private volatile OptionalLong endedNanos = OptionalLong.empty();
  private volatile Phase phase = Phase.WAITING;
  private volatile boolean turned;
  private volatile double computed;
  private volatile Optional<SimulationResult> result = Optional.empty();
  private volatile long submissions = 1;

  /**
   * @param length nanoseconds that it runs; empty when the computation decides
   */
  Job(
      long index,
      String id,
      Submission asked,
      OptionalLong length,
      JobFaults faults,
      long acceptedNanos) {
    this.index = index;
    this.id = id;
    this.asked = asked;
    this.length = length;
    this.faults = faults;
    this.acceptedNanos = acceptedNanos;
  }

  long index() {
    return index;
  }

  String id() {
    return id;
  }

  Submission asked() {
    return asked;
  }

  OptionalLong length() {
    return length;
  }

  JobFaults faults() {
    return faults;
  }

  long acceptedNanos() {
    return acceptedNanos;
  }

  OptionalLong startedNanos() {
    return startedNanos;
  }

  OptionalLong endedNanos() {
    return endedNanos;
  }

  /** The truth. */
  Phase phase() {
    return phase;
  }

  /** What clients are told: differs from the truth after the status has turned. */
  Phase toldPhase() {
    return turned ? Phase.FAILED : phase;
  }

  void start(long nanos) {
    startedNanos = OptionalLong.of(nanos);
    phase = Phase.RUNNING;
  }

  void end(long nanos, Phase terminal) {
    endedNanos = OptionalLong.of(nanos);
    phase = terminal;
  }

  void turn() {
    turned = true;
  }

  /** Share of the computation that is done. */
  void computed(double share) {
    computed = share;
  }

  Optional<SimulationResult> result() {
    return result;
  }

  void result(SimulationResult found) {
    result = Optional.of(found);
  }

  long submissions() {
    return submissions;
  }

  /** One more submission was answered with this id; event loop only. */
  void answeredAgain() {
    submissions = submissions + 1;
  }

  /** 0..1: how much is done at that instant; 1 only when it has completed. */
  double progress(long now) {
    if (phase == Phase.COMPLETED) {
      return 1;
    }
    if (startedNanos.isEmpty()) {
      return 0;
    }
    long until = endedNanos.orElse(now);
    double share =
        length.isPresent()
            ? (until - startedNanos.getAsLong()) / (double) Math.max(1, length.getAsLong())
            : computed;
    double highest = faults.stuck() ? 0.5 : 0.99;
    return Math.max(0, Math.min(highest, Math.floor(share * 10_000) / 10_000));
  }
}
