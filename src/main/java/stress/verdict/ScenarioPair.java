package stress.verdict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import stress.measure.ClockOffset;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.measure.SocketFacts;
import stress.measure.Staircase;
import stress.measure.Window;

/** One scenario of two runs: which metrics both of them have. */
final class ScenarioPair {
  /** Durations of which less is not better, and those of the generator itself. */
  private static final Set<Series> WITHOUT_DIRECTION =
      EnumSet.of(
          Series.SUBMIT_FAILED_RESPONSE,
          Series.SUBMIT_FAILED_SERVICE,
          Series.CONNECT_FAILED,
          Series.GAP,
          Series.CONNECTION_HELD,
          Series.SCHEDULE_LAG,
          Series.LOOP_LAG);

  private static final List<Integer> PERCENTS = List.of(50, 95, 99);

  private final ScenarioResult base;
  private final ScenarioResult fresh;
  private final List<MetricPair> metrics = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  ScenarioPair(ScenarioResult base, ScenarioResult fresh) {
    this.base = base;
    this.fresh = fresh;
    for (Series series : Series.values()) {
      if (!WITHOUT_DIRECTION.contains(series)) {
        series(series);
      }
    }
    for (ShareOf share : ShareOf.values()) {
      // What failed is the rest of what succeeded, and compared as that.
      if (share != ShareOf.ERRORS_SHARE && share.measuredBy(base.scenario())) {
        share(share);
      }
    }
    rates();
  }

  Scenario scenario() {
    return base.scenario();
  }

  List<MetricPair> metrics() {
    return metrics;
  }

  /** What could not be compared, as sentences. */
  List<String> notes() {
    return notes;
  }

  private void series(Series series) {
    Distribution before = base.of(series);
    Distribution after = fresh.of(series);
    if (before.isEmpty() || after.isEmpty()) {
      if (before.isEmpty() != after.isEmpty()) {
        notes.add(
            series.id()
                + " was measured in the "
                + (after.isEmpty() ? "base" : "new run")
                + " alone");
      }
    } else if (series == Series.PUSH_AGE) {
      ages(before, after);
    } else {
      Staircase ours = before.staircase();
      Staircase theirs = after.staircase();
      shift(series, ours, theirs);
      quantiles(series, ours, theirs, 0, 0);
    }
  }

  /** An age is as uncertain as the clocks by which it was taken. */
  private void ages(Distribution before, Distribution after) {
    OptionalLong ours = uncertainty(base);
    OptionalLong theirs = uncertainty(fresh);
    if (ours.isEmpty() || theirs.isEmpty()) {
      notes.add(
          Series.PUSH_AGE.id()
              + " is not compared: the clocks of generator and target were not compared in both"
              + " runs");
    } else {
      quantiles(
          Series.PUSH_AGE,
          before.staircase(),
          after.staircase(),
          ours.getAsLong(),
          theirs.getAsLong());
    }
  }

  private static OptionalLong uncertainty(ScenarioResult result) {
    return result.sockets().flatMap(SocketFacts::clock).stream()
        .mapToLong(ClockOffset::uncertaintyNanos)
        .findFirst();
  }

  private void shift(Series series, Staircase before, Staircase after) {
    WholeShift shift = new WholeShift(before, after);
    metrics.add(
        new MetricPair(
            series.id() + " shift",
            ComparedMetric.Kind.SHIFT,
            new ComparedMetric.Samples(before.count(), after.count()),
            alpha -> QuantileInterval.of(before, 50, alpha),
            alpha -> QuantileInterval.of(after, 50, alpha),
            shift::factor));
  }

  /** Those that are more than the greatest sample under another name. */
  private void quantiles(
      Series series, Staircase before, Staircase after, long ourClock, long theirClock) {
    long samples = Math.min(before.count(), after.count());
    for (int percent : PERCENTS) {
      if (samples * (100 - percent) >= 100) {
        metrics.add(
            ratio(
                series.id() + " p" + percent,
                ComparedMetric.Kind.DURATION,
                new ComparedMetric.Samples(before.count(), after.count()),
                alpha -> widened(QuantileInterval.of(before, percent, alpha), ourClock),
                alpha -> widened(QuantileInterval.of(after, percent, alpha), theirClock)));
      }
    }
  }

  private static Estimate widened(Estimate estimate, long nanos) {
    return new Estimate(
        Math.max(0, estimate.low() - nanos), estimate.value(), estimate.high() + nanos);
  }

  private static MetricPair ratio(
      String name,
      ComparedMetric.Kind kind,
      ComparedMetric.Samples samples,
      DoubleFunction<Estimate> before,
      DoubleFunction<Estimate> after) {
    return new MetricPair(
        name,
        kind,
        samples,
        before,
        after,
        alpha -> IndependentChange.ratio(before.apply(alpha), after.apply(alpha)));
  }

  private void share(ShareOf share) {
    Share before = share.of(Sample.of(base));
    Share after = share.of(Sample.of(fresh));
    if (before.isDefined() && after.isDefined()) {
      metrics.add(
          new MetricPair(
              share.id(),
              ComparedMetric.Kind.SHARE,
              new ComparedMetric.Samples(before.whole(), after.whole()),
              alpha -> ShareInterval.of(before, alpha),
              alpha -> ShareInterval.of(after, alpha),
              alpha ->
                  IndependentChange.difference(
                      ShareInterval.of(before, alpha), ShareInterval.of(after, alpha))));
    }
  }

  /** Under an open load, rates are the plan's and not the target's. */
  private void rates() {
    if (!base.scheduled() && !fresh.scheduled()) {
      rate("jobs.submit.rate", ScenarioResult::submissions, Counter.ACCEPTED);
      rate("jobs.completion.rate", ScenarioResult::completions, Counter.SUCCEEDED);
    }
  }

  private void rate(
      String name, Function<ScenarioResult, Optional<Window>> window, Counter counter) {
    double before = seconds(window.apply(base));
    double after = seconds(window.apply(fresh));
    long ours = base.count(counter);
    long theirs = fresh.count(counter);
    if (before > 0 && after > 0 && ours > 0 && theirs > 0) {
      metrics.add(
          ratio(
              name,
              ComparedMetric.Kind.RATE,
              new ComparedMetric.Samples(ours, theirs),
              alpha -> RateInterval.of(ours, before, alpha),
              alpha -> RateInterval.of(theirs, after, alpha)));
    }
  }

  private static double seconds(Optional<Window> window) {
    return window.map(stretch -> stretch.nanos() / 1e9).orElse(0.0);
  }
}
