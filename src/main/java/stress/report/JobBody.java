package stress.report;

import java.util.StringJoiner;
import stress.measure.Counter;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.Series;

/** What scenarios of jobs have to say. */
final class JobBody implements ScenarioSection.Body {
  private final ScenarioResult result;
  private final Page page;

  JobBody(ScenarioResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  @Override
  public void writeMeasured() {
    if (result.count(Counter.STARTED) == 0) {
      page.labelled("Submissions", "none was started");
    } else {
      measured();
    }
  }

  private void measured() {
    new SubmissionSection(result, page).write();
    if (result.scenario() == Scenario.END_TO_END) {
      page.blank();
      new JobSection(result, page).write();
    }
    fewSamples();
    if (result.scenario() == Scenario.END_TO_END || result.queue().isPresent()) {
      page.blank();
      new QueueSection(result, page).write();
    }
    if (result.scenario() == Scenario.END_TO_END) {
      page.blank();
      new GeneratorSection(result, page).writeObserver();
    }
  }

  @Override
  public String achieved() {
    if (result.count(Counter.STARTED) == 0) {
      return "nothing was started";
    }
    return result.scenario() == Scenario.SUBMISSION
        ? Figures.count(result.count(Counter.ACCEPTED))
            + " of "
            + Phrases.number(result.count(Counter.STARTED), "submissions accepted")
        : Figures.count(result.count(Counter.SUCCEEDED))
            + " of "
            + Phrases.number(result.jobs(), "submitted jobs succeeded");
  }

  private void fewSamples() {
    page.fewSamples(
        result.of(Series.SUBMIT_SERVICE).count(),
        result.of(Series.SUBMIT_FAILED_SERVICE).count(),
        result.of(Series.TOTAL_LOW).count());
  }

  @Override
  public String conservation() {
    StringJoiner ends = new StringJoiner(" + ");
    end(ends, Counter.REFUSED, "refused");
    end(ends, Counter.UNSENT, "unsent");
    end(ends, Counter.OUTCOME_UNKNOWN, "unknown");
    end(ends, Counter.MERGED, "merged");
    if (result.scenario() == Scenario.SUBMISSION) {
      ends.add(Phrases.number(result.jobs(), "accepted"));
    } else {
      ends.add(Phrases.number(result.count(Counter.SUCCEEDED), "succeeded"));
      end(ends, Counter.FAILED, "failed");
      end(ends, Counter.CANCELLED_BY_TARGET, "cancelled");
      end(ends, Counter.TIMED_OUT_BY_TARGET, "timed out");
      end(ends, Counter.LOST, "lost");
    }
    end(ends, Counter.CUT, "cut by us");
    end(ends, Counter.CANCELLED_BY_US, "given up by us");
    end(ends, Counter.IN_FLIGHT_AT_END, "in flight");
    return Phrases.number(result.count(Counter.STARTED), "started = ") + ends;
  }

  private void end(StringJoiner ends, Counter counter, String what) {
    if (result.count(counter) != 0) {
      ends.add(Phrases.number(result.count(counter), what));
    }
  }
}
