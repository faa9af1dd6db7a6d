package stress.run;

import java.time.Duration;
import java.util.List;
import stress.contract.Api;
import stress.contract.Contract;
import stress.job.FollowMode;
import stress.job.PollPacing;
import stress.load.LoadModel;
import stress.load.Open;
import stress.measure.Scenario;

/**
 * Jobs, handed in and followed.
 *
 * @param load the same for each scenario
 * @param timeout from a job's acceptance to our giving it up
 */
public record JobWork(
    Contract contract,
    LoadModel load,
    List<Scenario> scenarios,
    FollowMode follow,
    PollPacing polling,
    Duration timeout,
    boolean cleanup)
    implements Work {
  public JobWork {
    scenarios = List.copyOf(scenarios);
  }

  @Override
  public String command() {
    return "jobs";
  }

  @Override
  public Api api() {
    return contract;
  }

  @Override
  public boolean scheduled() {
    return load instanceof Open;
  }
}
