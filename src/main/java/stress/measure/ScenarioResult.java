package stress.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param sockets of a socket scenario
 * @param notes sentences for the reader: fallbacks taken, things not available
 * @param monitored levels of the target that were read beside the scenario
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
    Optional<SocketFacts> sockets,
    GeneratorHealth generator,
    List<String> notes,
    List<Monitored> monitored) {
  public ScenarioResult {
    distributions = Map.copyOf(distributions);
    points = List.copyOf(points);
    errors = List.copyOf(errors);
    identity = List.copyOf(identity);
    notes = List.copyOf(notes);
    monitored = List.copyOf(monitored);
  }

  /** A scenario beside which nothing was monitored. */
  public ScenarioResult(
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
      Optional<SocketFacts> sockets,
      GeneratorHealth generator,
      List<String> notes) {
    this(
        scenario,
        scheduled,
        begun,
        elapsed,
        end,
        counts,
        distributions,
        points,
        submissions,
        completions,
        errors,
        errorsBeyond,
        identity,
        queue,
        sockets,
        generator,
        notes,
        List.of());
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
    return counts.submissionsFailed();
  }

  /** Jobs that this run made: accepted submissions less those merged into earlier jobs. */
  public long jobs() {
    return counts.jobs();
  }

  /** Jobs that settled otherwise than as succeeded. */
  public long jobsFailed() {
    return counts.jobsFailed();
  }

  /**
   * Rule 5 of the design: every start has exactly one end. The difference between the starts and
   * the ends that were counted; zero unless stress itself is wrong.
   */
  public long unaccounted() {
    return scenario.kind() == Scenario.Kind.JOBS
        ? count(Counter.STARTED) - counts.ended(scenario) - count(Counter.IN_FLIGHT_AT_END)
        : counts.connectionsUnaccounted();
  }

  /**
   * Starts that we gave up before the target answered. Where jobs were given up as well, which one
   * counter holds too, this is the most that they can be.
   */
  public long cancelledUnanswered() {
    long unanswered = count(Counter.STARTED) - count(Counter.ACCEPTED) - submissionsFailed();
    return Math.max(0, Math.min(unanswered, count(Counter.CANCELLED_BY_US)));
  }

  /** The same with one more sentence for the reader, before the others. */
  public ScenarioResult noting(String note) {
    List<String> all = new ArrayList<>(List.of(note));
    all.addAll(notes);
    return new ScenarioResult(
        scenario,
        scheduled,
        begun,
        elapsed,
        end,
        counts,
        distributions,
        points,
        submissions,
        completions,
        errors,
        errorsBeyond,
        identity,
        queue,
        sockets,
        generator,
        all,
        monitored);
  }
}
