package stress.verdict;

import java.util.List;
import java.util.Optional;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.ErrorEntry;
import stress.measure.Gauge;
import stress.measure.Identity;
import stress.measure.IdentityFinding;
import stress.measure.Phase;
import stress.measure.Scenario;
import stress.measure.Series;

/** What becomes of jobs after they were accepted. */
enum JobRule implements DiagnosisRule {
  /** No job settled and none was seen running, by us or by the target's own metrics. */
  NO_WORKERS("no-workers") {
    @Override
    public Optional<Said> of(Observed seen) {
      boolean awaited =
          seen.result().elapsed().toNanos() >= PATIENCE || seen.count(Counter.CUT) > 0;
      return followed(seen) && awaited && !settledAny(seen) && !ranAny(seen)
          ? Optional.of(
              new Said(
                  "none of "
                      + Grouping.of(seen.result().jobs())
                      + " jobs left the queue in "
                      + Words.duration(seen.result().elapsed().toNanos()),
                  "no worker takes jobs; start workers, and check that they and the API use the"
                      + " same queue"))
          : Optional.empty();
    }
  },
  OWN_TIMEOUT("own-timeout") {
    @Override
    public Optional<Said> of(Observed seen) {
      long cut = seen.count(Counter.CUT);
      return followed(seen) && cut > 0 && (settledAny(seen) || ranAny(seen))
          ? Optional.of(
              new Said(
                  Grouping.of(cut)
                      + " of "
                      + Grouping.of(seen.result().jobs())
                      + " jobs were given up by our own --timeout"
                      + settled(seen.times(Series.TOTAL_HIGH)),
                  "give a longer --timeout if such jobs may take so long, else add workers"))
          : Optional.empty();
    }

    private String settled(Distribution total) {
      return total.isEmpty()
          ? " while running"
          : "; those that settled took p50 "
              + Words.duration(total.percentile(50))
              + ", p99 "
              + Words.duration(total.percentile(99));
    }
  },
  /** The seed's bound: completions below 99 %. */
  FAILING("jobs-failing") {
    @Override
    public Optional<Said> of(Observed seen) {
      long failed = seen.result().jobsFailed();
      return failed > 0 && failed * 100 > seen.result().jobs()
          ? Optional.of(
              new Said(
                  Grouping.of(failed)
                      + " of "
                      + Grouping.of(seen.result().jobs())
                      + " jobs ended otherwise than succeeded"
                      + why(seen.result().errors()),
                  "look at the workers' log, memory and database; such jobs fail at the target"))
          : Optional.empty();
    }

    private String why(List<ErrorEntry> errors) {
      return errors.stream()
          .filter(error -> error.signature().phase() == Phase.JOB)
          .filter(error -> !error.signature().detail().isEmpty())
          .findFirst()
          .map(error -> ", most often '" + error.signature().detail() + "'")
          .orElse("");
    }
  },
  ID_TWICE("id-twice") {
    @Override
    public Optional<Said> of(Observed seen) {
      return seen.result().identity().stream()
          .filter(finding -> finding.kind() == Identity.ID_TWICE)
          .findFirst()
          .map(
              finding ->
                  new Said(
                      Grouping.of(finding.count())
                          + (finding.count() == 1 ? " submission" : " submissions")
                          + " got an id that had been handed out before"
                          + sample(finding),
                      "the target merges submissions that it takes for equal, or makes ids that are"
                          + " not unique; let every body differ, as $tag in the contract"
                          + " makes it"));
    }

    private String sample(IdentityFinding finding) {
      return finding.samples().isEmpty() ? "" : ", such as " + finding.samples().get(0);
    }
  },
  /** The polls around it leave half of the middle of the processing time open, or more. */
  COARSE_POLLING("coarse-polling") {
    @Override
    public Optional<Said> of(Observed seen) {
      Distribution low = seen.times(Series.PROCESSING_LOW);
      Distribution high = seen.times(Series.PROCESSING_HIGH);
      if (low.isEmpty() || high.isEmpty() || seen.count(Counter.POLLS) == 0) {
        return Optional.empty();
      }
      long least = low.percentile(50);
      long most = high.percentile(50);
      return most - least > (most + least) / 2
          ? Optional.of(
              new Said(
                  "a job's processing is only known to take between "
                      + Words.duration(least)
                      + " and "
                      + Words.duration(most)
                      + " (p50)",
                  "polls are further apart than the work takes; give a shorter --poll-interval, or"
                      + " --follow socket where the API has one"))
          : Optional.empty();
    }
  },
  /** The seed's bound for what may indicate issues: 500 ms, for the answer to a submission. */
  SLOW_ANSWERS("slow-answers") {
    @Override
    public Optional<Said> of(Observed seen) {
      Distribution service = seen.times(Series.SUBMIT_SERVICE);
      return !service.isEmpty()
              && service.percentile(95) > SLOW
              && QueueRule.FOLLOWS.of(seen).isEmpty()
              && !GeneratorRule.slow(seen.result())
          ? Optional.of(
              new Said(
                  "submissions are answered in p95 "
                      + Words.duration(service.percentile(95))
                      + queue(seen.most(Gauge.QUEUE_OWN)),
                  "the API itself is slow, not the workers; look at its CPU, its database queries"
                      + " and its connection pool"))
          : Optional.empty();
    }

    private String queue(long most) {
      return most == 0
          ? ""
          : ", whatever the queue of at most " + Grouping.of(most) + (most == 1 ? " job" : " jobs");
    }
  };

  private static final long SLOW = 500_000_000;
  private static final long PATIENCE = 10_000_000_000L;

  private final String id;

  JobRule(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  static boolean followed(Observed seen) {
    return seen.result().scenario() == Scenario.END_TO_END && seen.result().jobs() > 0;
  }

  static boolean settledAny(Observed seen) {
    return seen.count(Counter.SUCCEEDED) + seen.result().jobsFailed() > 0;
  }

  static boolean ranAny(Observed seen) {
    return seen.most(Gauge.RUNNING_SEEN) > 0
        || seen.most(Gauge.RUNNING_CLAIMED) > 0
        || !seen.times(Series.QUEUEING_HIGH).isEmpty();
  }
}
