package stress.run;

import java.util.OptionalDouble;

/** Makes cores of the processor time that something has used in all. One thread at a time. */
final class CpuRate {
  private boolean known;
  private long at;
  private double seconds;

  /**
   * Cores since the last reading; absent for the first, and where the count went back because
   * something began anew.
   */
  OptionalDouble cores(long now, double total) {
    boolean comparable = known && now > at && total >= seconds;
    double cores = comparable ? (total - seconds) * 1e9 / (now - at) : 0;
    known = true;
    at = now;
    seconds = total;
    return comparable ? OptionalDouble.of(cores) : OptionalDouble.empty();
  }
}
