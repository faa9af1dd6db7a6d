package stress.measure;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the generator says about itself.
 *
 * <p>Rates are finite: {@link Window#perSecond} gives none for a window without length.
 *
 * @param askedPerSecond mean rate of the schedule; absent for closed and batched load
 * @param offeredPerSecond starts begun over the submission window; absent without starts
 * @param cpuNanos processor time of this process over the run, where the system tells
 * @param processors how many processors the process may use
 * @param heapPeakBytes the most heap that was seen in use at a flip
 * @param gcNanos time spent in garbage collection over the run, where the system tells
 * @param host what else the operating system says of the process
 */
public record GeneratorHealth(
    OptionalDouble askedPerSecond,
    OptionalDouble offeredPerSecond,
    OptionalLong cpuNanos,
    int processors,
    long heapPeakBytes,
    OptionalLong gcNanos,
    OwnHost host) {
  public GeneratorHealth {
    requireRate("asked", askedPerSecond);
    requireRate("offered", offeredPerSecond);
  }

  /** On a system that tells nothing more. */
  public GeneratorHealth(
      OptionalDouble askedPerSecond,
      OptionalDouble offeredPerSecond,
      OptionalLong cpuNanos,
      int processors,
      long heapPeakBytes,
      OptionalLong gcNanos) {
    this(
        askedPerSecond,
        offeredPerSecond,
        cpuNanos,
        processors,
        heapPeakBytes,
        gcNanos,
        OwnHost.UNKNOWN);
  }

  private static void requireRate(String which, OptionalDouble rate) {
    if (rate.isPresent() && !(rate.getAsDouble() >= 0 && Double.isFinite(rate.getAsDouble()))) {
      throw new IllegalArgumentException(
          "the rate " + which + " is " + rate.getAsDouble() + ": expected a finite number from 0");
    }
  }
}
