package stress.cli;

import java.util.List;
import java.util.OptionalLong;
import stress.measure.Counts;
import stress.measure.Interval;
import stress.measure.Scenario;
import stress.run.RunListener;
import stress.run.StopSignal;
import stress.verdict.AbortWatch;
import stress.verdict.Threshold;

/** Ends a run as soon as a threshold that may do so has failed for sure; tells another listener. */
final class AbortListener implements RunListener {
  private final List<Threshold> thresholds;
  private final StopSignal stop;
  private final RunListener next;
  private volatile AbortWatch watch;

  /**
   * @param thresholds in the threshold language
   * @param next is told everything as well
   */
  AbortListener(List<String> thresholds, StopSignal stop, RunListener next) {
    this.thresholds = thresholds.stream().map(Threshold::parse).toList();
    this.stop = stop;
    this.next = next;
    this.watch = new AbortWatch(List.of(), Scenario.END_TO_END);
  }

  @Override
  public void waiting(String evidence) {
    next.waiting(evidence);
  }

  @Override
  public void begun(Scenario scenario, OptionalLong planned) {
    watch = new AbortWatch(thresholds, scenario);
    next.begun(scenario, planned);
  }

  @Override
  public void passed(Interval interval, Counts soFar) {
    next.passed(interval, soFar);
    watch.add(interval).ifPresent(stop::abort);
  }
}
