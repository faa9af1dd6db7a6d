package stress.simulator;

import java.util.OptionalLong;

/** The bodies of the older API. */
final class MonteCarloJson {
  private final Desk desk;
  private final Instants instants;

  MonteCarloJson(Desk desk, Instants instants) {
    this.desk = desk;
    this.instants = instants;
  }

  static String word(Phase phase) {
    return phase == Phase.WAITING ? "pending" : phase.text();
  }

  static String word(Told told) {
    return told.oddWord().orElse(word(told.phase()));
  }

  static void progress(JsonText out, Told told) {
    if (told.phase() == Phase.WAITING) {
      out.missing("progress");
    } else {
      out.number("progress", told.progress());
    }
  }

  String status(Told told) {
    Job job = told.job();
    return JsonText.object(
        out -> {
          out.text("job_id", job.id()).text("status", word(told));
          out.text("created_at", instants.text(job.acceptedNanos(), ""));
          out.text("updated_at", instants.text(told.lastChange(), ""));
          progress(out, told);
          if (told.phase() == Phase.COMPLETED) {
            out.raw("result", desk.result(job).json());
          } else {
            out.missing("result");
          }
          if (told.phase() == Phase.FAILED) {
            out.text("error_message", "simulation failed");
          } else {
            out.missing("error_message");
          }
          out.object("metadata", in -> metadata(in, told));
        });
  }

  private void metadata(JsonText out, Told told) {
    Job job = told.job();
    out.text("symbol", job.asked().symbol()).number("num_runs", job.asked().runs());
    out.text("tag", job.asked().tag());
    instant(out, "started_at", job.startedNanos());
    instant(out, "completed_at", told.ended());
  }

  private void instant(JsonText out, String name, OptionalLong nanos) {
    if (nanos.isPresent()) {
      out.text(name, instants.text(nanos.getAsLong(), ""));
    } else {
      out.missing(name);
    }
  }

  String progress(Told told) {
    Job job = told.job();
    return JsonText.object(
        out -> {
          out.text("job_id", job.id()).text("status", word(told));
          progress(out, told);
          out.number("current_run", currentRun(told)).number("total_runs", job.asked().runs());
          out.missing("estimated_completion_time");
          out.text("last_updated", instants.text(told.lastChange(), ""));
        });
  }

  static long currentRun(Told told) {
    return (long) Math.floor(told.progress() * told.job().asked().runs());
  }

  String metrics() {
    JobCounts counts = desk.counts();
    return JsonText.object(
        out ->
            out.number("total_jobs", counts.total())
                .number("pending_jobs", counts.in(Phase.WAITING))
                .number("running_jobs", counts.in(Phase.RUNNING))
                .number("completed_jobs", counts.in(Phase.COMPLETED))
                .number("failed_jobs", counts.in(Phase.FAILED) + counts.in(Phase.TIMEOUT))
                .number("average_processing_time", counts.averageSeconds())
                .number("queue_depth", desk.waiting())
                .number("worker_count", desk.workers()));
  }
}
