package stress.simulator;

import java.util.concurrent.Executor;

/**
 * Simulations on a pool of threads, in slices, so that the jobs of many workers share few cores
 * fairly and a cancelled one stops soon.
 */
final class PooledComputation implements JobQueue.Computation {
  private static final int SLICE = 200;
  private final Executor pool;
  private final Executor loop;
  private final Chance chance;

  /**
   * @param pool runs slices; must survive being asked after its end
   * @param loop runs what is told back
   */
  PooledComputation(Executor pool, Executor loop, Chance chance) {
    this.pool = pool;
    this.loop = loop;
    this.chance = chance;
  }

  @Override
  public void beside(Job job) {
    pool.execute(() -> resultOf(job));
  }

  @Override
  public void whole(Job job, Runnable done) {
    PriceSimulation simulation = PriceSimulation.whole(job.asked(), seed(job));
    pool.execute(() -> slice(job, simulation, done));
  }

  private void slice(Job job, PriceSimulation simulation, Runnable done) {
    if (job.phase().terminal()) {
      return;
    }
    if (simulation.advance(SLICE)) {
      job.computed(simulation.done() / (double) simulation.paths());
      pool.execute(() -> slice(job, simulation, done));
      return;
    }
    job.result(simulation.result());
    loop.execute(done);
  }

  /**
   * The bounded result, computed here when the pool has not come to it; whoever computes it finds
   * the same numbers. Any thread.
   */
  SimulationResult resultOf(Job job) {
    return job.result()
        .orElseGet(
            () -> {
              SimulationResult found = PriceSimulation.bounded(job.asked(), seed(job)).result();
              job.result(found);
              return found;
            });
  }

  private long seed(Job job) {
    return chance.seed("job.paths", job.index());
  }
}
