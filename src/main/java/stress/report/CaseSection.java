package stress.report;

import java.util.List;
import stress.measure.CaseResult;

/** The error cases one by one: what the target did, and how that stands to what was expected. */
final class CaseSection {
  private static final int ID = 26;
  private static final int TIME = 10;

  private final List<CaseResult> cases;
  private final Page page;

  CaseSection(List<CaseResult> cases, Page page) {
    this.cases = cases;
    this.page = page;
  }

  /** The outcome of all of them as half a sentence. */
  static String summary(List<CaseResult> cases) {
    long applicable = cases.size() - count(cases, CaseResult.Verdict.NOT_APPLICABLE);
    return applicable == 0
        ? "no error case was carried out"
        : Figures.count(count(cases, CaseResult.Verdict.AS_EXPECTED))
            + " of "
            + Phrases.number(applicable, "error cases as expected");
  }

  private static long count(List<CaseResult> cases, CaseResult.Verdict verdict) {
    return cases.stream().filter(one -> one.verdict() == verdict).count();
  }

  void write() {
    if (cases.isEmpty()) {
      page.labelled("Cases", "none was carried out");
      return;
    }
    page.line(Page.padded("Cases", 4 + ID) + Page.right("time", TIME) + "  reaction");
    cases.forEach(this::write);
    page.blank();
    StringBuilder counts = new StringBuilder();
    for (CaseResult.Verdict verdict : CaseResult.Verdict.values()) {
      counts.append(", ").append(Phrases.number(count(cases, verdict), verdict.text()));
    }
    page.labelled(
        "In all", Phrases.number(cases.size(), cases.size() == 1 ? "case" : "cases") + counts);
  }

  private void write(CaseResult one) {
    boolean applicable = one.verdict() != CaseResult.Verdict.NOT_APPLICABLE;
    page.hanging(
        "  "
            + sign(one.verdict())
            + " "
            + Page.padded(Sanitised.text(one.id(), ID), ID)
            + Page.right(applicable ? Figures.duration(one.nanos()) : Figures.NONE, TIME)
            + "  ",
        Sanitised.text(one.reaction()));
    if (one.verdict() == CaseResult.Verdict.NOT_AS_EXPECTED
        || one.verdict() == CaseResult.Verdict.NO_REACTION) {
      page.hanging("      ", "did: " + Sanitised.text(one.title(), 200));
      page.hanging("      ", "expected: " + Sanitised.text(one.expected(), 200));
    }
  }

  static String sign(CaseResult.Verdict verdict) {
    return switch (verdict) {
      case AS_EXPECTED -> "✓";
      case NOT_AS_EXPECTED -> "✗";
      case NO_REACTION -> "?";
      case NOT_APPLICABLE -> Figures.NONE;
    };
  }
}
