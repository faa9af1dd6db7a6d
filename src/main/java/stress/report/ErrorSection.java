package stress.report;

import java.util.List;
import stress.measure.Counter;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.IdentityFinding;
import stress.measure.ScenarioResult;

/** What went wrong: the target's contradictions, and failures by signature. */
final class ErrorSection {
  private static final int SHOWN = 10;
  private static final int SAMPLE = 100;
  private static final int INDENT = 20;

  private final ScenarioResult result;
  private final Page page;

  ErrorSection(ScenarioResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  void write() {
    identity();
    if (!result.identity().isEmpty()) {
      page.blank();
    }
    errors();
  }

  private void identity() {
    long rechecked = result.count(Counter.RECHECKED);
    String again =
        rechecked == 0 ? "" : "; " + Phrases.number(rechecked, "settled jobs looked at again");
    if (result.identity().isEmpty()) {
      page.labelled("Identity", "no contradiction seen" + again);
      return;
    }
    page.labelled("Identity", "the target contradicted itself" + again);
    for (IdentityFinding finding : result.identity()) {
      page.hanging(
          Page.right(Figures.count(finding.count()), 9) + " ×  ",
          finding.kind().text() + samples(finding.samples()));
    }
  }

  private static String samples(List<String> samples) {
    return samples.isEmpty()
        ? ""
        : ": "
            + String.join(
                ", ", samples.stream().map(sample -> Sanitised.text(sample, 40)).toList());
  }

  private void errors() {
    long total =
        result.errors().stream().mapToLong(ErrorEntry::count).sum() + result.errorsBeyond();
    if (total == 0) {
      page.labelled("Errors", "none");
      return;
    }
    page.labelled(
        "Errors",
        Phrases.number(total, total == 1 ? "failure of " : "failures of ")
            + Phrases.number(
                result.errors().size(), result.errors().size() == 1 ? "kind" : "kinds"));
    result.errors().stream().limit(SHOWN).forEach(error -> entry(error, total));
    long hidden = result.errors().stream().skip(SHOWN).mapToLong(ErrorEntry::count).sum();
    if (hidden > 0) {
      page.line(
          Page.right(Figures.count(hidden), 9)
              + "          of "
              + Phrases.number(result.errors().size() - SHOWN, "further kinds"));
    }
    if (result.errorsBeyond() > 0) {
      page.line(
          Page.right(Figures.count(result.errorsBeyond()), 9)
              + "          of kinds too many to be told apart");
    }
  }

  private void entry(ErrorEntry error, long total) {
    page.hanging(
        Page.right(Figures.count(error.count()), 9)
            + Page.right(Figures.share(error.count(), total), 9)
            + "  ",
        signature(error.signature()));
    String when = when(error);
    String sample =
        error.sample().isEmpty() ? "" : ", e.g. " + Sanitised.text(error.sample(), SAMPLE);
    page.hanging(" ".repeat(INDENT), when + sample);
  }

  /** When failures of one kind were seen. */
  static String when(ErrorEntry error) {
    return error.count() == 1
        ? "at " + Figures.duration(error.firstNanos())
        : "from "
            + Figures.duration(error.firstNanos())
            + " to "
            + Figures.duration(error.lastNanos());
  }

  /** A signature in words, harmless for a terminal. */
  static String signature(ErrorSignature signature) {
    StringBuilder text =
        new StringBuilder(signature.phase().text()).append(": ").append(signature.kind().text());
    signature.code().ifPresent(code -> text.append(", ").append(code));
    if (!signature.detail().isEmpty()) {
      text.append(", ").append(Sanitised.text(signature.detail()));
    }
    return text.append(
            signature.kind().side() == ErrorKind.Side.GENERATOR ? " (ours, not the target's)" : "")
        .toString();
  }
}
