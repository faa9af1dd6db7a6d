package stress.simulator;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The progress sockets of the older API. */
final class MonteCarloFeed implements FeedStyle {
  private final Instants instants;
  private final SimulatorConfig config;
  private final boolean open;

  MonteCarloFeed(Instants instants, SimulatorConfig config, boolean open) {
    this.instants = instants;
    this.config = config;
    this.open = open;
  }

  @Override
  public boolean waitsForSubscription() {
    return false;
  }

  @Override
  public boolean closesAtEnd() {
    return !open;
  }

  @Override
  public Duration look() {
    return config.lookInterval();
  }

  @Override
  public Duration heartbeat() {
    return config.heartbeat();
  }

  @Override
  public String greeting(String id, long now) {
    return JsonText.object(
        out ->
            out.text("job_id", id)
                .text("status", "connecting")
                .missing("progress")
                .text("message", "connected")
                .text("last_updated", instants.text(now, "")));
  }

  @Override
  public String state(Told told, Reason reason, long sequence, long changedNanos) {
    long stamp = open ? changedNanos : told.now();
    return JsonText.object(
        out -> {
          out.text("job_id", told.job().id()).text("status", MonteCarloJson.word(told));
          MonteCarloJson.progress(out, told);
          out.number("current_run", MonteCarloJson.currentRun(told));
          out.number("total_runs", told.job().asked().runs());
          instant(out, "started_at", told.job().startedNanos());
          instant(out, "completed_at", told.ended());
          out.text("last_updated", instants.text(stamp, ""));
          if (!open) {
            out.number("message_sequence", sequence);
          }
        });
  }

  @Override
  public String unknown(String id, long sequence, long now) {
    return JsonText.object(
        out -> {
          out.text("job_id", id).text("status", open ? "not_found" : "pending");
          out.missing("progress").missing("current_run").missing("total_runs");
          out.missing("started_at").missing("completed_at");
          out.text("last_updated", instants.text(now, ""));
          if (!open) {
            out.number("message_sequence", sequence);
          }
        });
  }

  private void instant(JsonText out, String name, OptionalLong nanos) {
    if (nanos.isPresent()) {
      out.text(name, instants.text(nanos.getAsLong(), ""));
    } else {
      out.missing(name);
    }
  }

  @Override
  public OptionalInt closeOfUnknown() {
    return OptionalInt.empty();
  }
}
