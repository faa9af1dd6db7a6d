package stress.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One scenario of a run, finished; immutable.
 *
 * @param scheduled whether starts had intended instants (open load), so that response time exists
 * @param begun the wall-clock label of offset zero
 * @param elapsed from the beginning to the last settlement or the end of draining
 * @param submissions first start to last answered submission; absent without starts
 * @param completions first accepted job to last settlement; absent without settlements
 * @param queue absent where no queue was looked at
 * @param notes sentences for the reader: fallbacks taken, things not available
 */
public record ScenarioResult(
    Scenario scenario,
    boolean scheduled,
    Instant begun,
    Duration elapsed,
    End end,
    Counts counts,
    Map<Series, Distribution> distributions,
    List<Point> points,
    Optional<Window> submissions,
    Optional<Window> completions,
    List<ErrorEntry> errors,
    long errorsBeyond,
    List<IdentityFinding> identity,
    Optional<QueueClaim> queue,
    GeneratorHealth generator,
    List<String> notes) {
  public ScenarioResult {
    distributions = Map.copyOf(distributions);
    points = List.copyOf(points);
    errors = List.copyOf(errors);
    identity = List.copyOf(identity);
    notes = List.copyOf(notes);
  }

  /** The durations of one series, empty when there were none. */
  public Distribution of(Series series) {
    return distributions.getOrDefault(series, Distribution.EMPTY);
  }

  public long count(Counter counter) {
    return counts.get(counter);
  }

  /** Submissions that did not become a job, whatever the reason. */
  public long submissionsFailed() {
    return count(Counter.REFUSED) + count(Counter.UNSENT) + count(Counter.OUTCOME_UNKNOWN);
  }

  /** Jobs that this run made: accepted submissions less those merged into earlier jobs. */
  public long jobs() {
    return count(Counter.ACCEPTED) - count(Counter.MERGED);
  }

  /** Jobs that settled otherwise than as succeeded. */
  public long jobsFailed() {
    return count(Counter.FAILED)
        + count(Counter.CANCELLED_BY_TARGET)
        + count(Counter.TIMED_OUT_BY_TARGET)
        + count(Counter.LOST);
  }

  /**
   * Rule 5 of the design: every start has exactly one end. The difference between the starts and
   * the ends that were counted; zero unless stress itself is wrong.
   */
  public long unaccounted() {
    long ends =
        submissionsFailed()
            + count(Counter.MERGED)
            + (scenario == Scenario.SUBMISSION ? jobs() : count(Counter.SUCCEEDED) + jobsFailed())
            + count(Counter.CUT)
            + count(Counter.CANCELLED_BY_US)
            + count(Counter.IN_FLIGHT_AT_END);
    return count(Counter.STARTED) - ends;
  }
}
