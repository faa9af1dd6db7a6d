package stress.verdict;

import stress.measure.CaseResult;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.End;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;

/** The sentences with the numbers behind a finding. */
final class Evidence {
  private Evidence() {}

  static String of(ShareOf metric, Share share, Sample sample) {
    if (sample.result().isEmpty()) {
      return share(share) + " so far.";
    }
    ScenarioResult result = sample.result().get();
    return switch (metric) {
      case SUBMISSIONS_SUCCESS -> submissions(share, result);
      case COMPLETIONS_SUCCESS -> completions(share, result);
      case CONNECTIONS_SUCCESS -> connections(share, result);
      case CONNECTIONS_KEPT -> kept(share, result);
      case ERRORS_EXPECTED -> cases(share, sample);
      case ERRORS_SHARE -> errors(share, result);
    };
  }

  /** What does not add up, in a result in which something does not. */
  static String miscount(ScenarioResult result) {
    String lost =
        result.scenario().kind() == Scenario.Kind.JOBS ? starts(result) : sockets(result.counts());
    return "stress lost count: " + lost + ". This is a bug of stress; please report it.";
  }

  private static String starts(ScenarioResult result) {
    return Grouping.of(result.count(Counter.STARTED))
        + " started, "
        + Grouping.of(result.count(Counter.STARTED) - result.unaccounted())
        + " ends counted";
  }

  private static String sockets(Counts counts) {
    long opened = counts.get(Counter.CONNECTIONS_OPENED);
    long ended =
        counts.get(Counter.CONNECTIONS_ENDED)
            + counts.get(Counter.CONNECTIONS_LOST)
            + counts.get(Counter.CONNECTIONS_CLOSED_BY_US);
    return Grouping.of(counts.get(Counter.CONNECTIONS_TRIED))
        + " connections tried, "
        + Grouping.of(opened)
        + " opened and "
        + Grouping.of(counts.connectionsUnopened())
        + " not; of those opened, "
        + Grouping.of(ended)
        + " ends counted";
  }

  private static String submissions(Share share, ScenarioResult result) {
    if (!share.isDefined()) {
      return "No submission was sent and answered.";
    }
    StringBuilder evidence =
        new StringBuilder()
            .append(Grouping.of(share.part()))
            .append(" of ")
            .append(Grouping.of(share.whole()))
            .append(" submissions were accepted");
    part(evidence, result.count(Counter.REFUSED), " refused");
    part(evidence, result.count(Counter.UNSENT), " unsent");
    part(evidence, result.count(Counter.OUTCOME_UNKNOWN), " with unknown outcome");
    part(evidence, result.cancelledUnanswered(), " cancelled by us and not counted");
    return evidence.append('.').toString();
  }

  private static String completions(Share share, ScenarioResult result) {
    if (!share.isDefined()) {
      return "No job was submitted.";
    }
    StringBuilder evidence =
        new StringBuilder()
            .append(Grouping.of(share.part()))
            .append(" of ")
            .append(Grouping.of(share.whole()))
            .append(" submitted jobs succeeded");
    part(evidence, result.jobsFailed(), " ended otherwise at the target");
    part(evidence, result.count(Counter.CUT), " cut by our own deadline (--timeout)");
    long open = result.jobs() - result.count(Counter.SUCCEEDED) - result.jobsFailed();
    part(
        evidence,
        open - result.count(Counter.CUT),
        result.end() == End.BUDGET
            ? " still in flight when --budget ended the run"
            : " not settled when the run ended");
    return evidence.append('.').toString();
  }

  private static String connections(Share share, ScenarioResult result) {
    StringBuilder evidence =
        new StringBuilder()
            .append(
                share.isDefined()
                    ? share(share) + " connections opened"
                    : "No connection was tried that the target could have answered");
    part(evidence, result.count(Counter.CONNECTIONS_REFUSED), " refused");
    part(evidence, result.count(Counter.CONNECTIONS_FAILED), " failed");
    part(evidence, result.count(Counter.CONNECTIONS_WITHOUT_JOB), " whose job was not submitted");
    part(evidence, result.count(Counter.CONNECTIONS_ABANDONED), " given up by us and not counted");
    part(
        evidence,
        result.count(Counter.CONNECTIONS_EXHAUSTED),
        " without a descriptor or port of ours and not counted");
    return evidence.append('.').toString();
  }

  private static String kept(Share share, ScenarioResult result) {
    if (!share.isDefined()) {
      return "No connection opened.";
    }
    StringBuilder evidence =
        new StringBuilder(share(share)).append(" opened connections were kept to their end");
    part(evidence, result.count(Counter.CONNECTIONS_LOST), " lost before their time");
    return evidence.append('.').toString();
  }

  private static String cases(Share share, Sample sample) {
    StringBuilder evidence =
        new StringBuilder()
            .append(
                share.isDefined()
                    ? share(share) + " cases went as expected"
                    : "No error case was carried out that applies");
    part(evidence, ShareOf.cases(sample, CaseResult.Verdict.NOT_AS_EXPECTED), " not as expected");
    part(
        evidence,
        ShareOf.cases(sample, CaseResult.Verdict.NO_REACTION),
        " without a reaction and not counted");
    part(
        evidence,
        ShareOf.cases(sample, CaseResult.Verdict.NOT_APPLICABLE),
        " not applicable and not counted");
    return evidence.append('.').toString();
  }

  private static String errors(Share share, ScenarioResult result) {
    boolean jobs = result.scenario().kind() == Scenario.Kind.JOBS;
    String what = jobs ? " starts" : " connections";
    if (!share.isDefined()) {
      return "There were no" + what + ".";
    }
    StringBuilder evidence = new StringBuilder(share(share)).append(what).append(" failed");
    if (jobs) {
      part(evidence, result.submissionsFailed(), " when they were submitted");
      part(evidence, result.jobsFailed(), " as jobs");
    } else {
      part(evidence, result.count(Counter.CONNECTIONS_LOST), " when they were open");
    }
    return evidence.append('.').toString();
  }

  private static String share(Share share) {
    return Grouping.of(share.part()) + " of " + Grouping.of(share.whole());
  }

  private static void part(StringBuilder evidence, long number, String what) {
    if (number > 0) {
      evidence.append(", ").append(Grouping.of(number)).append(what);
    }
  }
}
