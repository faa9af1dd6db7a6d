package stress.verdict;

import java.math.BigDecimal;
import java.util.Optional;
import stress.measure.Distribution;
import stress.measure.Scenario;
import stress.measure.Series;

/** A number of one series of durations. */
record SeriesMetric(Series series, Aggregate aggregate) implements Metric {
  @Override
  public String id() {
    return series.id() + "." + aggregate.text();
  }

  @Override
  public Unit unit() {
    return aggregate.kind() == Aggregate.Kind.COUNT ? Unit.COUNT : Unit.DURATION;
  }

  @Override
  public Certainty certainty() {
    return aggregate.kind() == Aggregate.Kind.PERCENTILE ? Certainty.SAMPLE : Certainty.FACT;
  }

  @Override
  public Fit fit(Scenario scenario) {
    return Homes.fit(series, scenario);
  }

  @Override
  public Course course() {
    return switch (aggregate.kind()) {
      case MAX, COUNT -> Course.ONLY_UP;
      case MIN -> Course.ONLY_DOWN;
      case PERCENTILE, MEAN -> Course.EITHER_WAY;
    };
  }

  @Override
  public Optional<Measured> of(Sample sample) {
    Distribution samples = sample.of(series);
    if (aggregate.kind() == Aggregate.Kind.COUNT) {
      return Optional.of(
          Measured.of(
              BigDecimal.valueOf(samples.count()), Grouping.of(samples.count()) + " samples."));
    }
    return samples.isEmpty() ? Optional.empty() : Optional.of(of(samples));
  }

  private Measured of(Distribution samples) {
    return switch (aggregate.kind()) {
      case PERCENTILE -> percentile(samples, aggregate.percent().orElseThrow());
      case MIN -> Measured.of(BigDecimal.valueOf(samples.min()), "The least of" + all(samples));
      case MAX -> Measured.of(BigDecimal.valueOf(samples.max()), "The greatest of" + all(samples));
      case MEAN -> Measured.of(new BigDecimal(samples.mean()), "The mean of" + all(samples));
      case COUNT -> throw new IllegalStateException("a count is no duration");
    };
  }

  private Measured percentile(Distribution samples, BigDecimal percent) {
    long rank = samples.rank(percent);
    String evidence =
        aggregate.text()
            + " of "
            + samples(samples.count())
            + (rank == samples.count() ? " is the maximum" : "");
    return new Measured(
        BigDecimal.valueOf(samples.ofRank(rank)),
        OrderStatistics.of(samples, percent),
        evidence + "; they lie from " + time(samples.min()) + " to " + time(samples.max()) + ".");
  }

  private static String all(Distribution samples) {
    return " " + samples(samples.count()) + ".";
  }

  private static String samples(long number) {
    return Grouping.of(number) + (number == 1 ? " sample" : " samples");
  }

  private static String time(long nanos) {
    return Written.of(Unit.DURATION, BigDecimal.valueOf(nanos));
  }

  @Override
  public String absence(Sample sample) {
    return "There is no sample of " + series.id() + ": " + series.help() + ".";
  }
}
