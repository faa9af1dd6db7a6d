package stress.verdict;

import java.util.Optional;

/**
 * Whether a threshold is kept. What the run itself breaks has failed, however few samples there
 * are; what the run keeps has passed, unless the limits reach beyond the bound, so that the target
 * may well break it: then the sample cannot decide. An estimate fails only where the limits
 * altogether break the bound.
 *
 * @param doubt a sentence on why the sample cannot decide; absent where it can
 */
record Decision(Outcome outcome, Optional<String> doubt) {
  /**
   * @param usual whether it is one of the thresholds that hold unless others are given: those judge
   *     the run alone, so that a short run can pass
   */
  static Decision of(Threshold threshold, Measured measured, boolean usual) {
    boolean holds = threshold.holds(measured.value());
    Metric.Certainty certainty = threshold.metric().certainty();
    if (certainty == Metric.Certainty.FACT
        || measured.limits().isEmpty()
        || threshold.isAbsolute()) {
      return clear(holds);
    }
    Limits limits = measured.limits().get();
    if (certainty == Metric.Certainty.SAMPLE && !holds || threshold.failsWithin(limits)) {
      return clear(false);
    }
    return usual || threshold.holdsWithin(limits)
        ? clear(true)
        : new Decision(
            threshold.strict() ? Outcome.FAIL : Outcome.INCONCLUSIVE,
            Optional.of(doubt(threshold, limits)));
  }

  /** Whether more of the same would not change that the threshold is broken. */
  static boolean surelyFails(Threshold threshold, Measured measured) {
    return threshold.metric().certainty() == Metric.Certainty.FACT || measured.limits().isEmpty()
        ? !threshold.holds(measured.value())
        : threshold.failsWithin(measured.limits().get());
  }

  private static Decision clear(boolean holds) {
    return new Decision(holds ? Outcome.PASS : Outcome.FAIL, Optional.empty());
  }

  private static String doubt(Threshold threshold, Limits limits) {
    String why =
        "The sample cannot decide: with 95 % confidence the true value is "
            + Written.of(threshold.metric().unit(), limits)
            + ".";
    String enough =
        threshold.metric() instanceof SeriesMetric series
                && threshold.operator().fromAbove()
                && limits.high().isEmpty()
            ? " An upper limit needs "
                + Grouping.of(
                    OrderStatistics.leastForUpperLimit(series.aggregate().percent().orElseThrow()))
                + " samples or more."
            : "";
    return why + enough + (threshold.strict() ? " That is a failure, since it is strict." : "");
  }
}
