package stress.verdict;

import stress.measure.CaseResult;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Scenario;

/**
 * The shares that a threshold can be put on. While a scenario goes on, what is open is left out.
 */
enum ShareOf {
  SUBMISSIONS_SUCCESS("submissions.success", "accepted submissions of those started") {
    @Override
    boolean measuredBy(Scenario scenario) {
      return scenario.kind() == Scenario.Kind.JOBS;
    }

    @Override
    Share of(Sample sample) {
      return new Share(sample.count(Counter.ACCEPTED), submissions(sample));
    }
  },
  COMPLETIONS_SUCCESS("completions.success", "succeeded jobs of those submitted") {
    @Override
    boolean measuredBy(Scenario scenario) {
      return scenario == Scenario.END_TO_END;
    }

    @Override
    Share of(Sample sample) {
      Counts counts = sample.counts();
      return new Share(
          counts.get(Counter.SUCCEEDED),
          sample.result().isPresent() ? counts.jobs() : settled(counts));
    }
  },
  CONNECTIONS_SUCCESS("connections.success", "opened connections of those tried") {
    @Override
    boolean measuredBy(Scenario scenario) {
      return holdsConnections(scenario);
    }

    @Override
    Share of(Sample sample) {
      return new Share(sample.count(Counter.CONNECTIONS_OPENED), connections(sample));
    }
  },
  CONNECTIONS_KEPT("connections.kept", "connections not lost before their time of those opened") {
    @Override
    boolean measuredBy(Scenario scenario) {
      return holdsConnections(scenario);
    }

    @Override
    Share of(Sample sample) {
      long opened = sample.count(Counter.CONNECTIONS_OPENED);
      return new Share(opened - sample.count(Counter.CONNECTIONS_LOST), opened);
    }
  },
  /** A case without a reaction judges nothing: what was not seen may only have come too late. */
  ERRORS_EXPECTED("errors.expected", "error cases that went as expected of those with a reaction") {
    @Override
    boolean measuredBy(Scenario scenario) {
      return scenario == Scenario.ERRORS;
    }

    @Override
    Share of(Sample sample) {
      return new Share(
          cases(sample, CaseResult.Verdict.AS_EXPECTED),
          cases(sample, CaseResult.Verdict.AS_EXPECTED)
              + cases(sample, CaseResult.Verdict.NOT_AS_EXPECTED));
    }
  },
  ERRORS_SHARE("errors.share", "starts that failed at the target, at any stage, of those begun") {
    @Override
    boolean measuredBy(Scenario scenario) {
      return scenario.kind() == Scenario.Kind.JOBS || holdsConnections(scenario);
    }

    @Override
    Share of(Sample sample) {
      Counts counts = sample.counts();
      return sample.scenario().kind() == Scenario.Kind.JOBS
          ? new Share(counts.submissionsFailed() + counts.jobsFailed(), ended(sample))
          : new Share(
              counts.get(Counter.CONNECTIONS_REFUSED)
                  + counts.get(Counter.CONNECTIONS_FAILED)
                  + counts.get(Counter.CONNECTIONS_WITHOUT_JOB)
                  + counts.get(Counter.CONNECTIONS_LOST),
              connections(sample));
    }

    private long ended(Sample sample) {
      return sample.result().isPresent() || sample.scenario() == Scenario.SUBMISSION
          ? submissions(sample)
          : sample.counts().submissionsFailed() + settled(sample.counts());
    }
  };

  private final String id;
  private final String help;

  ShareOf(String id, String help) {
    this.id = id;
    this.help = help;
  }

  /** The name in the threshold language. */
  String id() {
    return id;
  }

  /** What is shared by what, as half a sentence. */
  String help() {
    return help;
  }

  private static boolean holdsConnections(Scenario scenario) {
    return scenario == Scenario.CONCURRENT || scenario == Scenario.THROUGHPUT;
  }

  private static long submissions(Sample sample) {
    return sample
        .result()
        .map(result -> result.count(Counter.STARTED) - result.cancelledUnanswered())
        .orElseGet(() -> sample.count(Counter.ACCEPTED) + sample.counts().submissionsFailed());
  }

  private static long settled(Counts counts) {
    return counts.get(Counter.SUCCEEDED) + counts.jobsFailed() + counts.get(Counter.CUT);
  }

  /** What we gave up, or had no descriptor or port for, is not the target's doing. */
  private static long connections(Sample sample) {
    return sample.result().isPresent()
        ? sample.count(Counter.CONNECTIONS_TRIED)
            - sample.count(Counter.CONNECTIONS_ABANDONED)
            - sample.count(Counter.CONNECTIONS_EXHAUSTED)
        : sample.count(Counter.CONNECTIONS_OPENED)
            + sample.count(Counter.CONNECTIONS_REFUSED)
            + sample.count(Counter.CONNECTIONS_FAILED)
            + sample.count(Counter.CONNECTIONS_WITHOUT_JOB);
  }

  static long cases(Sample sample, CaseResult.Verdict verdict) {
    return sample.result().stream()
        .flatMap(result -> result.sockets().stream())
        .flatMap(facts -> facts.cases().stream())
        .filter(one -> one.verdict() == verdict)
        .count();
  }

  abstract boolean measuredBy(Scenario scenario);

  /** The measured share; only asked of a scenario that measures it. */
  abstract Share of(Sample sample);
}
