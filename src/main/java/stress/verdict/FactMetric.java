package stress.verdict;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import stress.measure.Scenario;

/**
 * A value that is like no other; {@link Facts} lists them.
 *
 * @param help what it is, as half a sentence
 * @param home the scenarios that measure it
 * @param reading absent without data
 */
record FactMetric(
    String id,
    Unit unit,
    String help,
    Certainty certainty,
    Course course,
    Predicate<Scenario> home,
    Function<Sample, Optional<Measured>> reading)
    implements Metric {
  @Override
  public Fit fit(Scenario scenario) {
    return home.test(scenario) ? Fit.ALWAYS : Fit.NEVER;
  }

  @Override
  public Optional<Measured> of(Sample sample) {
    return reading.apply(sample);
  }

  @Override
  public String absence(Sample sample) {
    return "There is no " + id + ": " + help + ".";
  }
}
