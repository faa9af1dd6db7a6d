package stress.measure;

import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Collects one number a connection, to three digits; memory does not grow. One thread. */
public final class Spreads {
  private final Histogram numbers = new Histogram(3);

  public void add(long number) {
    numbers.recordValue(number);
  }

  /** Absent without connections. */
  public Optional<Spread> spread() {
    return numbers.getTotalCount() == 0
        ? Optional.empty()
        : Optional.of(
            new Spread(
                numbers.getTotalCount(),
                numbers.getMinValue(),
                numbers.getValueAtPercentile(50),
                numbers.getMaxValue()));
  }
}
