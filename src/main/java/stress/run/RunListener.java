package stress.run;

import java.util.OptionalLong;
import stress.measure.Counts;
import stress.measure.Interval;
import stress.measure.Scenario;

/**
 * Is told how a run goes on, one call after the other; all but {@link #passed} on the run's event
 * loop, so they must not block for long.
 */
public interface RunListener {
  /** The target was asked and is not ready yet. */
  void waiting(String evidence);

  /**
   * A scenario begins.
   *
   * @param planned how many starts it will make, where that is known
   */
  void begun(Scenario scenario, OptionalLong planned);

  /** An interval has passed; called beside the event loop. */
  void passed(Interval interval, Counts soFar);
}
