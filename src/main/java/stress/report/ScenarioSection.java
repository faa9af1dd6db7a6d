package stress.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.LongStream;
import stress.measure.Counter;
import stress.measure.End;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.Series;

/** One scenario of the report, its outcome first. */
final class ScenarioSection {
  private static final DateTimeFormatter BEGUN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

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
    if (result.count(Counter.STARTED) == 0) {
      page.labelled("Submissions", "none was started");
    } else {
      measured();
    }
    page.blank();
    new ErrorSection(result, page).write();
    page.blank();
    new GeneratorSection(result, page).write();
    page.blank();
    conservation();
    result.notes().forEach(note -> page.labelled("Note", Sanitised.text(note)));
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

  private String outcome() {
    String duration = Figures.duration(result.elapsed().toNanos());
    String end =
        result.end() == End.UNREACHED
            ? result.end().text() + ", given up after " + duration
            : result.end().text() + " after " + duration;
    return achieved() + "; " + end + ", begun " + BEGUN.format(result.begun());
  }

  private String achieved() {
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
