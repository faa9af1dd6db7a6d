package stress.verdict;

import java.util.Optional;
import stress.measure.Scenario;

/** A value that a threshold can be put on. */
sealed interface Metric permits SeriesMetric, CounterMetric, GaugeMetric, ShareMetric, FactMetric {
  /** The name in the threshold language, in its one canonical form. */
  String id();

  Unit unit();

  Certainty certainty();

  Fit fit(Scenario scenario);

  /** How it can still move while a scenario goes on. */
  Course course();

  /** Absent without data. */
  Optional<Measured> of(Sample sample);

  /** Why a scenario has no data for it, as a sentence. */
  String absence(Sample sample);

  /** What a value says about the target beyond the run that measured it. */
  enum Certainty {
    /** The value is what it is: a count, an extreme, a mean, a rate. */
    FACT,
    /** The value holds for the run; the target's own value lies within the limits. */
    SAMPLE,
    /** The value is a guess within its limits even for the run. */
    ESTIMATE
  }

  /** Whether a scenario is to be judged by a metric. */
  enum Fit {
    /** It measures this; that it has no data is a finding. */
    ALWAYS,
    /** It may measure this; without data it says nothing. */
    IF_ANY,
    NEVER
  }

  /** How a value can move while a scenario goes on. */
  enum Course {
    EITHER_WAY,
    ONLY_UP,
    ONLY_DOWN,
    /** It is known at the end alone. */
    AT_THE_END
  }
}
