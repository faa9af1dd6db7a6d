package stress.report;

import stress.measure.Distribution;

/** Distributions, one a row: how many, four percentiles and the maximum. */
final class PercentileTable {
  private static final int LABEL = 17;
  private static final int NUMBER = 9;
  private static final int COLUMN = 10;
  private static final double[] PERCENTS = {50, 90, 95, 99, 100};

  private final Page page;

  PercentileTable(Page page) {
    this.page = page;
  }

  void header(String title) {
    StringBuilder line =
        new StringBuilder(Page.padded(title, LABEL)).append(Page.right("n", NUMBER));
    for (String column : new String[] {"p50", "p90", "p95", "p99", "max"}) {
      line.append(Page.right(column, COLUMN));
    }
    page.line(line.toString());
  }

  void row(String label, Distribution distribution) {
    StringBuilder line =
        new StringBuilder(Page.padded("  " + label, LABEL))
            .append(Page.right(Figures.count(distribution.count()), NUMBER));
    for (double percent : PERCENTS) {
      String value =
          distribution.isEmpty()
              ? Figures.NONE
              : Figures.duration(distribution.percentile(percent));
      line.append(Page.right(value, COLUMN));
    }
    page.line(line.toString());
  }

  /** The row, where there is something to show in it; how many rows that makes. */
  int rowIfAny(String label, Distribution distribution) {
    if (distribution.isEmpty()) {
      return 0;
    }
    row(label, distribution);
    return 1;
  }
}
