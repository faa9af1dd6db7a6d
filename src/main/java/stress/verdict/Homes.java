package stress.verdict;

import java.util.Optional;
import stress.measure.Counter;
import stress.measure.Gauge;
import stress.measure.Scenario;
import stress.measure.Series;
import stress.measure.Window;

/** Which scenarios a value belongs to, and over which stretch its rate is. */
final class Homes {
  private Homes() {}

  static Metric.Fit fit(Series series, Scenario scenario) {
    return switch (series) {
      case SUBMIT_RESPONSE, SUBMIT_SERVICE, SUBMIT_FAILED_RESPONSE, SUBMIT_FAILED_SERVICE ->
          home(scenario.kind() == Scenario.Kind.JOBS);
      case ECHO_RESPONSE, ECHO_SERVICE -> home(scenario == Scenario.THROUGHPUT);
      case LOOP_LAG -> Metric.Fit.ALWAYS;
      case SCHEDULE_LAG -> home(scenario != Scenario.ERRORS);
      default -> fit(series.id(), scenario);
    };
  }

  static Metric.Fit fit(Gauge gauge, Scenario scenario) {
    return gauge == Gauge.SUBMITTING
        ? home(scenario.kind() == Scenario.Kind.JOBS)
        : fit(gauge.id(), scenario);
  }

  static Metric.Fit fit(Counter counter, Scenario scenario) {
    return switch (counter) {
      case MESSAGES_OUT, BYTES_OUT, MESSAGES_UNSENT, ECHOES, ECHOES_UNANSWERED, ECHOES_UNKNOWN ->
          home(scenario == Scenario.THROUGHPUT);
      default ->
          ofSubmitting(counter)
              ? home(scenario.kind() == Scenario.Kind.JOBS)
              : fit(counter.id(), scenario);
    };
  }

  private static Metric.Fit fit(String id, Scenario scenario) {
    if (id.startsWith("generator.")) {
      return Metric.Fit.ALWAYS;
    }
    if (id.startsWith("jobs.")) {
      return home(scenario == Scenario.END_TO_END);
    }
    if (scenario.kind() == Scenario.Kind.JOBS) {
      return Metric.Fit.NEVER;
    }
    return home(scenario != Scenario.ERRORS);
  }

  /** A socket scenario may submit jobs, and error cases may go beside held connections. */
  private static Metric.Fit home(boolean isHome) {
    return isHome ? Metric.Fit.ALWAYS : Metric.Fit.IF_ANY;
  }

  private static boolean ofSubmitting(Counter counter) {
    return switch (counter) {
      case STARTED, DROPPED, UNSTARTED, ACCEPTED, REFUSED, UNSENT, OUTCOME_UNKNOWN, MERGED -> true;
      default -> false;
    };
  }

  /** The stretch over which the report counts these events, too. */
  static Optional<Window> window(Counter counter, Sample sample) {
    boolean jobs = sample.scenario().kind() == Scenario.Kind.JOBS;
    return switch (counter) {
      case STARTED, DROPPED, UNSTARTED, ACCEPTED, REFUSED, UNSENT, OUTCOME_UNKNOWN, MERGED ->
          jobs ? sample.submissions() : Optional.of(sample.whole());
      case SUCCEEDED, FAILED, CANCELLED_BY_TARGET, TIMED_OUT_BY_TARGET, LOST ->
          jobs ? sample.completions() : Optional.of(sample.whole());
      case CONNECTIONS_TRIED, CONNECTIONS_OPENED, CONNECTIONS_REFUSED, CONNECTIONS_FAILED ->
          sample.submissions();
      case MESSAGES_IN, BYTES_IN, FRAMES_IN, MESSAGES_OUT, BYTES_OUT, ECHOES ->
          sample.completions().or(() -> Optional.of(sample.whole()));
      default -> Optional.of(sample.whole());
    };
  }
}
