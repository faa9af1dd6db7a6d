package stress.report;

import java.util.LinkedHashSet;
import java.util.Set;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.ScenarioResult;
import stress.measure.Series;

/**
 * What became of the jobs, and how long they waited and ran: by our eyes and by the target's clock.
 */
final class JobSection {
  private static final int LABEL = 12;
  private static final int COLUMN = 17;
  private static final double[] PERCENTS = {50, 95, 99, 100};

  private final ScenarioResult result;
  private final Page page;
  private boolean uncertain;

  JobSection(ScenarioResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  void write() {
    outcomes();
    page.blank();
    times();
  }

  private void outcomes() {
    page.labelled(
        "Jobs",
        Phrases.number(result.jobs(), "submitted, ")
            + Phrases.number(result.count(Counter.SUCCEEDED), "succeeded (")
            + Figures.share(result.count(Counter.SUCCEEDED), result.jobs())
            + " of submitted jobs)");
    String otherwise =
        Phrases.some(result.count(Counter.FAILED), "failed")
            + Phrases.some(result.count(Counter.CANCELLED_BY_TARGET), "cancelled by the target")
            + Phrases.some(result.count(Counter.TIMED_OUT_BY_TARGET), "timed out at the target")
            + Phrases.some(result.count(Counter.LOST), "lost by the target");
    String ours =
        Phrases.some(result.count(Counter.CUT), "cut by our own deadline (--timeout)")
            + Phrases.some(result.count(Counter.CANCELLED_BY_US), "given up by us")
            + Phrases.some(result.count(Counter.IN_FLIGHT_AT_END), "in flight at the end");
    more(otherwise);
    more(ours);
    more(
        Phrases.some(
            result.count(Counter.MERGED), "accepted submissions merged into earlier jobs"));
    more(
        Phrases.some(result.count(Counter.CLEANED), "cancelled by the clean-up")
            + Phrases.some(
                result.count(Counter.CLEANUP_FAILED), "that the clean-up could not cancel"));
    page.more(
        Phrases.throughput(
            result.completions(),
            result.count(Counter.SUCCEEDED),
            "succeeded",
            "first accepted to last settled"));
  }

  private void more(String list) {
    if (!list.isEmpty()) {
      page.more(list.substring(2));
    }
  }

  private void times() {
    StringBuilder header = new StringBuilder(Page.padded("Time of a job", LABEL));
    for (String column : new String[] {"p50", "p95", "p99", "max"}) {
      int width = column.equals("p50") ? LABEL + COLUMN - header.length() : COLUMN;
      header.append(Page.right(column, width));
    }
    page.line(header.toString());
    rows("queueing", Series.QUEUEING_LOW, Series.QUEUEING_HIGH, Series.SERVER_QUEUEING);
    rows("processing", Series.PROCESSING_LOW, Series.PROCESSING_HIGH, Series.SERVER_PROCESSING);
    rows("total", Series.TOTAL_LOW, Series.TOTAL_HIGH, Series.SERVER_TOTAL);
    String total = result.scheduled() ? "the intended start" : "the start";
    String note = "total: from " + total + " to settled. " + samples();
    page.hanging("  ", note + (uncertain ? UNCERTAINTY : ""));
  }

  private static final String UNCERTAINTY =
      " ±: an edge seen by looking now and then lies between two looks, and so does the true"
          + " quantile.";

  private String samples() {
    long queueing = result.of(Series.QUEUEING_LOW).count();
    long processing = result.of(Series.PROCESSING_LOW).count();
    long total = result.of(Series.TOTAL_LOW).count();
    Set<Long> different = new LinkedHashSet<>(java.util.List.of(queueing, processing, total));
    return different.size() == 1
        ? "n = " + Figures.count(total) + "."
        : "n = "
            + Phrases.number(queueing, "queueing, ")
            + Phrases.number(processing, "processing, ")
            + Phrases.number(total, "total.");
  }

  private void rows(String label, Series low, Series high, Series server) {
    Distribution least = result.of(low);
    Distribution most = result.of(high);
    StringBuilder ours = new StringBuilder(Page.padded("  " + label, LABEL));
    for (double percent : PERCENTS) {
      String value =
          least.isEmpty() || most.isEmpty()
              ? Figures.NONE
              : Figures.between(least.percentile(percent), most.percentile(percent));
      uncertain |= value.contains("±");
      ours.append(Page.right(value, COLUMN));
    }
    page.line(ours.toString());
    Distribution claimed = result.of(server);
    if (!claimed.isEmpty()) {
      serverRow(claimed);
    }
  }

  private void serverRow(Distribution claimed) {
    String label = "    server's clock";
    StringBuilder row = new StringBuilder(label);
    int first = LABEL + COLUMN - label.length();
    for (double percent : PERCENTS) {
      String value = Figures.duration(claimed.percentile(percent));
      row.append(Page.right(value, percent == PERCENTS[0] ? first : COLUMN));
    }
    page.line(row.toString());
  }
}
