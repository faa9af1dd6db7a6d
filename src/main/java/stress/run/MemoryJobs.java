package stress.run;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import stress.clock.NanoClock;
import stress.contract.Contract;
import stress.transport.Http;
import stress.transport.HttpCall;
import stress.transport.HttpOutcome;

/**
 * A target of rehearsals that exists only in memory: a submission makes a job that waits, and a
 * look finds the job of the address done. Event loop.
 */
final class MemoryJobs implements Http {
  /** Read by contracts whose names are the usual ones; others rehearse how an answer is refused. */
  private static final String JOB =
      "{\"id\":\"%1$s\",\"job_id\":\"%1$s\",\"status\":\"%2$s\",\"progress\":0.5,"
          + "\"created_at\":\"2026-01-01T00:00:00.000001\"}";

  private final String submit;
  private final NanoClock clock;
  private long made;

  MemoryJobs(Contract contract, NanoClock clock) {
    this.submit = contract.submit().call().method();
    this.clock = clock;
  }

  @Override
  public Uni<HttpOutcome> send(HttpCall call) {
    return Uni.createFrom().item(() -> answer(call));
  }

  private HttpOutcome answer(HttpCall call) {
    long now = clock.nanos();
    boolean submission = call.method().equals(submit);
    String id =
        submission ? Long.toString(made++) : call.url().substring(call.url().lastIndexOf('/') + 1);
    String body = String.format(JOB, id, submission ? "pending" : "completed");
    return new HttpOutcome.Answered(
        201,
        Map.of("content-type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8),
        now,
        now);
  }
}
