package stress.verdict;

import stress.measure.Counter;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;

/** The values that a threshold can be put on; each is a share of a whole. */
public enum Metric {
  SUBMISSIONS_SUCCESS("submissions.success", "accepted submissions of those started") {
    @Override
    boolean measuredBy(Scenario scenario) {
      return true;
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

  abstract boolean measuredBy(Scenario scenario);

  /** The measured share; only asked of a scenario that measures it. */
  abstract Share of(ScenarioResult result);
}
