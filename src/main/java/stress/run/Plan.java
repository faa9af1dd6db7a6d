package stress.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import stress.client.RunKey;
import stress.client.TargetBase;
import stress.measure.RunResult.Condition;

/**
 * One run, decided in every point; nothing below knows that anything was typed.
 *
 * @param runId unique to the run, however equal its bodies are to another's
 * @param key decides the generated bodies
 * @param requestTimeout for one request
 * @param connectTimeout for one connection, TLS and upgrade included
 * @param budget a hard bound on the whole run, cleaning up included
 * @param waitForTarget how long to wait for a target that is not ready; absent means one try
 * @param rehearse whether the program's own code is run once before it measures; see {@link
 *     Rehearsal}
 * @param conditions the plan as a report shows it
 * @param thresholds in the threshold language
 * @param monitoring what of the target is read beside the load
 */
public record Plan(
    String tool,
    String runId,
    RunKey key,
    TargetBase base,
    Work work,
    Duration requestTimeout,
    Duration connectTimeout,
    Optional<Duration> budget,
    Optional<Duration> waitForTarget,
    boolean rehearse,
    List<Condition> conditions,
    List<String> thresholds,
    Monitoring monitoring) {
  public Plan {
    conditions = List.copyOf(conditions);
    thresholds = List.copyOf(thresholds);
  }
}
