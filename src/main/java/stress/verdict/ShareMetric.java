package stress.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import stress.measure.Scenario;

/** A part of a whole, with its Clopper–Pearson interval. */
record ShareMetric(ShareOf share) implements Metric {
  @Override
  public String id() {
    return share.id();
  }

  @Override
  public Unit unit() {
    return Unit.SHARE;
  }

  /** The error cases are a list and no sample of anything. */
  @Override
  public Certainty certainty() {
    return share == ShareOf.ERRORS_EXPECTED ? Certainty.FACT : Certainty.SAMPLE;
  }

  @Override
  public Fit fit(Scenario scenario) {
    return share.measuredBy(scenario) ? Fit.ALWAYS : Fit.NEVER;
  }

  @Override
  public Course course() {
    return share == ShareOf.ERRORS_EXPECTED ? Course.AT_THE_END : Course.EITHER_WAY;
  }

  @Override
  public Optional<Measured> of(Sample sample) {
    Share measured = share.of(sample);
    if (!measured.isDefined()) {
      return Optional.empty();
    }
    // 34 digits tell any fraction of two longs from any bound of nine decimals.
    BigDecimal percent =
        BigDecimal.valueOf(measured.part())
            .movePointRight(2)
            .divide(BigDecimal.valueOf(measured.whole()), MathContext.DECIMAL128);
    return Optional.of(
        new Measured(
            percent,
            certainty() == Certainty.SAMPLE
                ? Optional.of(ClopperPearson.of(measured))
                : Optional.empty(),
            Evidence.of(share, measured, sample)));
  }

  @Override
  public String absence(Sample sample) {
    return Evidence.of(share, share.of(sample), sample);
  }
}
