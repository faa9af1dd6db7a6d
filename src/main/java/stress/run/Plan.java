package stress.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import stress.client.RunKey;
import stress.client.TargetBase;
import stress.contract.Contract;
import stress.job.FollowMode;
import stress.job.PollPacing;
import stress.load.LoadModel;
import stress.measure.RunResult.Condition;
import stress.measure.Scenario;

/**
 * One job run, decided in every point; nothing below knows that anything was typed.
 *
 * @param runId unique to the run, however equal its bodies are to another's
 * @param key decides the generated bodies
 * @param load the same for each scenario
 * @param scenarios carried out in this order
 * @param timeout from a job's acceptance to our giving it up
 * @param requestTimeout for one request
 * @param budget a hard bound on the whole run, cleaning up included
 * @param waitForTarget how long to wait for a target that is not ready; absent means one try
 * @param cleanup whether jobs that were made and did not settle are cancelled at the end
 * @param rehearse whether the program's own code is run once before it measures; see {@link
 *     Rehearsal}
 * @param conditions the plan as a report shows it
 * @param thresholds in the threshold language
 */
public record Plan(
    String tool,
    String runId,
    Contract contract,
    TargetBase base,
    RunKey key,
    LoadModel load,
    List<Scenario> scenarios,
    FollowMode follow,
    PollPacing polling,
    Duration timeout,
    Duration requestTimeout,
    Duration connectTimeout,
    Optional<Duration> budget,
    Optional<Duration> waitForTarget,
    boolean cleanup,
    boolean rehearse,
    List<Condition> conditions,
    List<String> thresholds) {
  public Plan {
    scenarios = List.copyOf(scenarios);
    conditions = List.copyOf(conditions);
    thresholds = List.copyOf(thresholds);
  }
}
