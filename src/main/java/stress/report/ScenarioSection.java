package stress.report;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.LongStream;
import stress.measure.Counter;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.Series;

/** One scenario of the report, its outcome first. */
final class ScenarioSection {
  private final ScenarioResult result;
  private final Verdict verdict;
  private final Page page;

  ScenarioSection(ScenarioResult result, Verdict verdict, Page page) {
    this.result = result;
    this.verdict = verdict;
    this.page = page;
  }

  void write() {
    page.heading(result.scenario().id());
    page.hanging(verdict.headline() + " – ", outcome(), List.of(verdict.colour()));
    page.blank();
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
    GeneratorSection generator = new GeneratorSection(result, page);
    if (result.scenario() == Scenario.END_TO_END) {
      page.blank();
      generator.writeObserver();
    }
    page.blank();
    new ErrorSection(result, page).write();
    page.blank();
    generator.write();
    page.blank();
    conservation();
    result.notes().forEach(note -> page.labelled("Note", Sanitised.text(note)));
  }

  private String outcome() {
    String begun = "begun " + result.begun();
    String ended = result.end().text() + " after " + Figures.duration(result.elapsed().toNanos());
    String jobs =
        result.scenario() == Scenario.SUBMISSION
            ? Figures.count(result.count(Counter.ACCEPTED))
                + " of "
                + Phrases.number(result.count(Counter.STARTED), "submissions accepted")
            : Figures.count(result.count(Counter.SUCCEEDED))
                + " of "
                + Phrases.number(result.jobs(), "submitted jobs succeeded");
    return jobs + "; " + ended + ", " + begun;
  }

  /** Said once, since it is true of every table: the rank rule makes it so. */
  private void fewSamples() {
    long[] few =
        LongStream.of(
                result.of(Series.SUBMIT_SERVICE).count(),
                result.of(Series.SUBMIT_FAILED_SERVICE).count(),
                result.of(Series.TOTAL_LOW).count())
            .filter(n -> n > 0 && n < 100)
            .toArray();
    if (few.length > 0) {
      page.hanging(
          "  ",
          "Few samples: p99 of "
              + LongStream.of(few).max().orElseThrow()
              + " is the maximum, as it is of any n < 100; so is p95 of any n < 20.");
    }
  }

  private void conservation() {
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
    String sum = Phrases.number(result.count(Counter.STARTED), "started = ") + ends;
    page.labelled(
        "Conservation",
        result.unaccounted() == 0
            ? sum + " ✓"
            : sum + " ✗ " + Phrases.number(result.unaccounted(), "unaccounted: a bug of stress"));
  }

  private void end(StringJoiner ends, Counter counter, String what) {
    if (result.count(counter) != 0) {
      ends.add(Phrases.number(result.count(counter), what));
    }
  }
}
