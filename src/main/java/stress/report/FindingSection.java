package stress.report;

import stress.measure.Counter;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.ScenarioResult;

/** What a target's connections did that they should not have; nothing where they did not. */
final class FindingSection {
  private final ScenarioResult result;
  private final Page page;
  private boolean any;

  FindingSection(ScenarioResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  void write() {
    finding(count(Counter.SEQUENCE_MISSING), "messages missing between two numbered ones");
    finding(count(Counter.AFTER_END), "messages after a job's terminal status");
    finding(errorFrames(), "error frames");
    finding(count(Counter.UNREADABLE), "messages that the contract cannot read");
    finding(count(Counter.CLOSES_UNANSWERED), "closes of ours not answered in time");
  }

  private long count(Counter counter) {
    return result.count(counter);
  }

  private long errorFrames() {
    return result.errors().stream()
        .filter(error -> error.signature().kind() == ErrorKind.SOCKET_ERROR)
        .mapToLong(ErrorEntry::count)
        .sum();
  }

  private void finding(long number, String what) {
    if (number > 0) {
      if (!any) {
        page.blank();
        page.line("Findings");
        any = true;
      }
      page.hanging(Page.right(Figures.count(number), 9) + " ×  ", what);
    }
  }
}
