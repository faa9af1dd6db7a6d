package stress.verdict;

import stress.measure.CaseResult;
import stress.measure.Counter;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;

/** The values that a threshold can be put on; each is a share of a whole. */
public enum Metric {
  SUBMISSIONS_SUCCESS("submissions.success", "accepted submissions of those started") {
    @Override
    boolean measuredBy(Scenario scenario) {
      return scenario.kind() == Scenario.Kind.JOBS;
    }

    @Override
    Share of(ScenarioResult result) {
      return new Share(
          result.count(Counter.ACCEPTED),
          result.count(Counter.STARTED) - result.cancelledUnanswered());
    }
  },
  COMPLETIONS_SUCCESS("completions.success", "succeeded jobs of those submitted") {
    @Override
    boolean measuredBy(Scenario scenario) {
      return scenario == Scenario.END_TO_END;
    }

    @Override
    Share of(ScenarioResult result) {
      return new Share(result.count(Counter.SUCCEEDED), result.jobs());
    }
  },
  /** What we gave up, or had no descriptor or port for, is not the target's doing. */
  CONNECTIONS_SUCCESS("connections.success", "opened connections of those tried") {
    @Override
    boolean measuredBy(Scenario scenario) {
      return holdsConnections(scenario);
    }

    @Override
    Share of(ScenarioResult result) {
      return new Share(
          result.count(Counter.CONNECTIONS_OPENED),
          result.count(Counter.CONNECTIONS_TRIED)
              - result.count(Counter.CONNECTIONS_ABANDONED)
              - result.count(Counter.CONNECTIONS_EXHAUSTED));
    }
  },
  CONNECTIONS_KEPT("connections.kept", "connections not lost before their time of those opened") {
    @Override
    boolean measuredBy(Scenario scenario) {
      return holdsConnections(scenario);
    }

    @Override
    Share of(ScenarioResult result) {
      long opened = result.count(Counter.CONNECTIONS_OPENED);
      return new Share(opened - result.count(Counter.CONNECTIONS_LOST), opened);
    }
  },
  /** A case without a reaction judges nothing: what was not seen may only have come too late. */
  ERRORS_EXPECTED("errors.expected", "error cases that went as expected of those with a reaction") {
    @Override
    boolean measuredBy(Scenario scenario) {
      return scenario == Scenario.ERRORS;
    }

    @Override
    Share of(ScenarioResult result) {
      return new Share(
          cases(result, CaseResult.Verdict.AS_EXPECTED),
          cases(result, CaseResult.Verdict.AS_EXPECTED)
              + cases(result, CaseResult.Verdict.NOT_AS_EXPECTED));
    }
  };

  private final String id;
  private final String help;

  Metric(String id, String help) {
    this.id = id;
    this.help = help;
  }

  /** The name in the threshold language. */
  public String id() {
    return id;
  }

  /** What is shared by what, as half a sentence. */
  public String help() {
    return help;
  }

  private static boolean holdsConnections(Scenario scenario) {
    return scenario == Scenario.CONCURRENT || scenario == Scenario.THROUGHPUT;
  }

  static long cases(ScenarioResult result, CaseResult.Verdict verdict) {
    return result.sockets().stream()
        .flatMap(facts -> facts.cases().stream())
        .filter(one -> one.verdict() == verdict)
        .count();
  }

  abstract boolean measuredBy(Scenario scenario);

  /** The measured share; only asked of a scenario that measures it. */
  abstract Share of(ScenarioResult result);
}
