package stress.measure;

/**
 * How much processor a control group allows the generator's process, and how often it was stopped
 * for having used it up.
 *
 * @param cores processor time per time: 0.05 is 5 % of one core
 * @param periods stretches of the scheduler (usually 100 ms) in which the group wanted to run
 * @param throttledPeriods those in which it was stopped until the next one
 * @param throttledNanos how long it was stopped, summed over processors
 */
public record CpuQuota(double cores, long periods, long throttledPeriods, long throttledNanos) {
  public CpuQuota {
    if (!(cores > 0 && Double.isFinite(cores))) {
      throw new IllegalArgumentException(
          "a quota of " + cores + " cores: expected a finite number above 0");
    }
  }

  /** What happened since an earlier reading; the quota as it is now. */
  public CpuQuota since(CpuQuota earlier) {
    return new CpuQuota(
        cores,
        Math.max(0, periods - earlier.periods),
        Math.max(0, throttledPeriods - earlier.throttledPeriods),
        Math.max(0, throttledNanos - earlier.throttledNanos));
  }
}
