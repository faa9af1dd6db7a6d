package stress.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import stress.measure.Closer;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.End;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Gauge;
import stress.measure.Phase;
import stress.measure.Point;
import stress.measure.RunResult;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.Series;

/** A scenario as the rules of diagnosis look at it. */
final class Observed {
  private final RunResult run;
  private final ScenarioResult result;

  Observed(RunResult run, ScenarioResult result) {
    this.run = run;
    this.result = result;
  }

  ScenarioResult result() {
    return result;
  }

  long count(Counter counter) {
    return result.count(counter);
  }

  Distribution times(Series series) {
    return result.of(series);
  }

  boolean isJobs() {
    return result.scenario().kind() == Scenario.Kind.JOBS;
  }

  /** The address that the plan names. */
  String target() {
    return run.conditions().stream()
        .filter(condition -> condition.label().equals("target"))
        .map(RunResult.Condition::value)
        .findFirst()
        .orElse("the target");
  }

  /**
   * Failures of one sort, in that phase in which there were most of them.
   *
   * @param whole how many could have failed so
   * @param most the most frequent signature
   */
  record Failures(long count, long whole, String noun, ErrorEntry most) {
    /** {@code 412 of 412 submissions}. */
    String words() {
      return Grouping.of(count) + " of " + Grouping.of(Math.max(count, whole)) + " " + noun;
    }

    /** {@code 31 % of submissions}. */
    String share() {
      return new Share(count, Math.max(count, whole)).percent() + " of " + noun;
    }

    boolean all() {
      return count >= whole;
    }

    /** The signature's own words behind a comma, or nothing. */
    String detail() {
      String detail = most.signature().detail();
      return detail.isEmpty() ? "" : ", " + detail;
    }
  }

  Optional<Failures> failures(ErrorKind kind) {
    return failures(signature -> signature.kind() == kind);
  }

  /** Failures with one of these statuses. */
  Optional<Failures> status(Integer... statuses) {
    List<Integer> wanted = List.of(statuses);
    return failures(
        signature -> signature.code().isPresent() && wanted.contains(signature.code().getAsInt()));
  }

  Optional<Failures> failures(Predicate<ErrorSignature> sort) {
    List<ErrorEntry> such =
        result.errors().stream().filter(error -> sort.test(error.signature())).toList();
    return such.stream()
        .map(error -> error.signature().phase())
        .distinct()
        .map(phase -> failures(phase, such))
        .max(Comparator.comparingLong(Failures::count));
  }

  private Failures failures(Phase phase, List<ErrorEntry> all) {
    List<ErrorEntry> such =
        all.stream().filter(error -> error.signature().phase() == phase).toList();
    return new Failures(
        such.stream().mapToLong(ErrorEntry::count).sum(),
        whole(phase),
        noun(phase),
        such.stream().max(Comparator.comparingLong(ErrorEntry::count)).orElseThrow());
  }

  private long whole(Phase phase) {
    return switch (phase) {
      case SUBMIT -> isJobs() ? count(Counter.STARTED) : count(Counter.CONNECTIONS_TRIED);
      case POLL -> count(Counter.POLLS);
      case SOCKET ->
          isJobs()
              ? count(Counter.SOCKETS_OPENED) + count(Counter.SOCKETS_FAILED)
              : count(Counter.CONNECTIONS_TRIED);
      case JOB -> result.jobs();
      case CANCEL, QUEUE_METRICS, READY -> 0;
    };
  }

  private String noun(Phase phase) {
    return switch (phase) {
      case SUBMIT -> "submissions";
      case POLL -> "looks at a job's status";
      case SOCKET -> isJobs() ? "progress sockets" : "connections";
      case JOB -> "jobs";
      case CANCEL -> "cancellations";
      case QUEUE_METRICS -> "looks at the queue";
      case READY -> "looks whether the target is ready";
    };
  }

  /** Why nothing of the target was reached, where that ended the run before it had begun. */
  Optional<String> unreached(ErrorKind kind) {
    return result.end() == End.UNREACHED
        ? result.notes().stream().filter(note -> note.contains(kind.text())).findFirst()
        : Optional.empty();
  }

  /** Connections that the target closed with this code. */
  long closed(Closer by, int code) {
    return result.sockets().stream()
        .flatMap(facts -> facts.closes().stream())
        .filter(close -> close.by() == by && close.code() == code)
        .mapToLong(close -> close.count())
        .sum();
  }

  /** The points at which a level was known. */
  List<Point> with(Gauge gauge) {
    return result.points().stream().filter(point -> point.gauges().get(gauge).isPresent()).toList();
  }

  /** The greatest level that was seen; zero where none was. */
  long most(Gauge gauge) {
    return with(gauge).stream()
        .mapToLong(point -> point.gauges().get(gauge).getAsLong())
        .max()
        .orElse(0);
  }

  /** The most frequent failure's words, lower case, for what only a detail tells. */
  static boolean says(Failures failures, String word) {
    return failures.most().signature().detail().toLowerCase(Locale.ROOT).contains(word);
  }
}
