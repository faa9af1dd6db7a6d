package stress.report;

import stress.measure.Gauge;
import stress.measure.QueueClaim;
import stress.measure.ScenarioResult;

/** The queue over time, three ways: our count, the target's claim, the difference. */
final class QueueSection {
  private final ScenarioResult result;
  private final Page page;

  QueueSection(ScenarioResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  void write() {
    LevelTable table = new LevelTable(result.points(), page);
    table.header("Queue depth");
    table.row("ours", Gauge.QUEUE_OWN);
    boolean available = result.queue().flatMap(QueueClaim::source).isPresent();
    if (available) {
      table.row("target: waiting", Gauge.QUEUE_CLAIMED);
      table.row("target: running", Gauge.RUNNING_CLAIMED);
      table.row("difference", Gauge.QUEUE_DIFFERENCE);
    }
    page.hanging("  ", "ours: jobs accepted and not settled. " + Sanitised.text(claim()));
  }

  private String claim() {
    if (result.queue().isEmpty()) {
      return "The target was not asked for its queue.";
    }
    QueueClaim claim = result.queue().get();
    return claim
        .unavailable()
        .map(why -> "Target's queue depth: not available (" + why + ").")
        .orElseGet(
            () ->
                "difference: ours less the target's waiting and running, as claimed at "
                    + claim.source().orElseThrow()
                    + ".");
  }
}
