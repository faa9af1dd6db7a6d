package stress.report;

import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.ScenarioResult;
import stress.measure.Series;

/** What became of the submissions and how long they took, failed ones apart. */
final class SubmissionSection {
  private final ScenarioResult result;
  private final Page page;

  SubmissionSection(ScenarioResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  void write() {
    long counted = result.count(Counter.STARTED) - result.cancelledUnanswered();
    page.labelled(
        "Submissions",
        Phrases.number(result.count(Counter.STARTED), "started")
            + ", "
            + Phrases.number(result.count(Counter.ACCEPTED), "accepted")
            + " ("
            + Figures.share(result.count(Counter.ACCEPTED), counted)
            + ")"
            + Phrases.some(result.count(Counter.REFUSED), "refused")
            + Phrases.some(result.count(Counter.UNSENT), "unsent")
            + Phrases.some(result.count(Counter.OUTCOME_UNKNOWN), "with unknown outcome")
            + Phrases.some(result.cancelledUnanswered(), "cancelled by us before an answer"));
    page.more(
        Phrases.throughput(
            result.submissions(),
            result.count(Counter.ACCEPTED),
            "accepted",
            "first start to last answer"));
    page.blank();
    PercentileTable table = new PercentileTable(page);
    table.header("Submission time");
    if (result.scheduled()) {
      table.row("response", result.of(Series.SUBMIT_RESPONSE));
    } else {
      page.line("  response        not defined for batched or closed load (no intended time)");
    }
    table.row("service", result.of(Series.SUBMIT_SERVICE));
    failed(table);
  }

  private void failed(PercentileTable table) {
    Distribution response = result.of(Series.SUBMIT_FAILED_RESPONSE);
    Distribution service = result.of(Series.SUBMIT_FAILED_SERVICE);
    if (result.scheduled() && !response.isEmpty()) {
      table.row("failed, resp.", response);
    }
    if (!service.isEmpty()) {
      table.row("failed, service", service);
    }
  }
}
