package stress.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import stress.measure.Counter;
import stress.measure.Scenario;
import stress.measure.Window;

/**
 * How often something happened, or how often a second.
 *
 * @param rate a second instead of in all
 */
record CounterMetric(Counter counter, boolean rate) implements Metric {
  @Override
  public String id() {
    return counter.id() + (rate ? ".rate" : ".count");
  }

  /** Whether bytes are counted and no events. */
  static boolean bytes(Counter counter) {
    return counter == Counter.BYTES_IN || counter == Counter.BYTES_OUT;
  }

  @Override
  public Unit unit() {
    if (rate) {
      return bytes(counter) ? Unit.BYTE_RATE : Unit.RATE;
    }
    return bytes(counter) ? Unit.BYTES : Unit.COUNT;
  }

  @Override
  public Certainty certainty() {
    return Certainty.FACT;
  }

  @Override
  public Fit fit(Scenario scenario) {
    return Homes.fit(counter, scenario);
  }

  @Override
  public Course course() {
    return rate ? Course.EITHER_WAY : Course.ONLY_UP;
  }

  @Override
  public Optional<Measured> of(Sample sample) {
    long events = sample.count(counter);
    if (fit(sample.scenario()) == Fit.IF_ANY && events == 0) {
      return Optional.empty();
    }
    if (!rate) {
      return Optional.of(Measured.of(BigDecimal.valueOf(events), sentence(counter.help()) + "."));
    }
    return Homes.window(counter, sample)
        .filter(window -> window.nanos() > 0)
        .map(window -> perSecond(events, window));
  }

  private Measured perSecond(long events, Window window) {
    BigDecimal seconds = BigDecimal.valueOf(window.nanos(), 9);
    return new Measured(
        BigDecimal.valueOf(events).divide(seconds, MathContext.DECIMAL128),
        bytes(counter) ? Optional.empty() : Optional.of(PoissonRate.of(events, window)),
        (bytes(counter) ? Written.of(Unit.BYTES, BigDecimal.valueOf(events)) : Grouping.of(events))
            + " over "
            + Written.of(Unit.DURATION, BigDecimal.valueOf(window.nanos()))
            + ": "
            + counter.help()
            + ".");
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  @Override
  public String absence(Sample sample) {
    return rate && sample.count(counter) > 0
        ? "There is no stretch of time to count " + counter.id() + " over."
        : "There is no " + counter.id() + ": " + counter.help() + ".";
  }
}
