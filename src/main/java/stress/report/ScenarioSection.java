package stress.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import stress.measure.End;
import stress.measure.ScenarioResult;

/** One scenario of the report, its outcome first. */
final class ScenarioSection {
  private static final DateTimeFormatter BEGUN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** What the scenarios of one kind have to say; jobs and sockets each have their own. */
  interface Body {
    /** The outcome as half a sentence. */
    String achieved();

    /** Everything that was measured at the target. */
    void writeMeasured();

    /** The sum of starts and ends, without a sign. */
    String conservation();
  }

  private final ScenarioResult result;
  private final Verdict verdict;
  private final Page page;
  private final Body body;

  ScenarioSection(ScenarioResult result, Verdict verdict, Page page) {
    this.result = result;
    this.verdict = verdict;
    this.page = page;
    this.body =
        switch (result.scenario().kind()) {
          case JOBS -> new JobBody(result, page);
          case SOCKETS -> new SocketBody(result, page);
        };
  }

  /** For a report that takes single sentences from it and lays out the rest itself. */
  static ScenarioSection of(ScenarioResult result, Verdict verdict) {
    return new ScenarioSection(result, verdict, new Page(false));
  }

  void write() {
    page.heading(result.scenario().id());
    page.hanging(verdict.headline() + " – ", outcome(), List.of(verdict.colour()));
    page.blank();
    body.writeMeasured();
    page.blank();
    new ErrorSection(result, page).write();
    page.blank();
    new MonitorSection(result, page).write();
    new GeneratorSection(result, page).write();
    page.blank();
    conservation();
    result.notes().forEach(note -> page.labelled("Note", Sanitised.text(note)));
  }

  /** What came of it, and how long it took. */
  String inShort() {
    return body.achieved() + "; " + Figures.duration(result.elapsed().toNanos());
  }

  /** What came of it, when it ended and when it began. */
  String outcome() {
    String duration = Figures.duration(result.elapsed().toNanos());
    String end =
        result.end() == End.UNREACHED
            ? result.end().text() + ", given up after " + duration
            : result.end().text() + " after " + duration;
    return body.achieved() + "; " + end + ", begun " + BEGUN.format(result.begun());
  }

  private void conservation() {
    page.labelled("Conservation", sum());
  }

  /** That every start has one end. */
  String sum() {
    String sum = body.conservation();
    return result.unaccounted() == 0
        ? sum + " ✓"
        : sum + " ✗ " + Phrases.number(result.unaccounted(), "unaccounted: a bug of stress");
  }
}
