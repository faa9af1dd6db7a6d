package stress.websocket;

import java.util.Optional;
import stress.client.JobClient;
import stress.client.SocketClient;
import stress.clock.NanoClock;
import stress.clock.Timers;
import stress.clock.WallClock;
import stress.measure.Ledger;

/** Puts socket pipelines together. */
public final class SocketPipelines {
  private final SocketClient sockets;
  private final Optional<JobClient> jobs;
  private final NanoClock clock;
  private final WallClock wall;
  private final Timers timers;

  /**
   * @param jobs needed when connections are about jobs
   * @param wall our label of the time of day, with which the target's clock is compared
   * @param timers deliver to the event loop on which the clients answer
   * @throws IllegalArgumentException when connections need a job and nothing can submit one
   */
  public SocketPipelines(
      SocketClient sockets,
      Optional<JobClient> jobs,
      NanoClock clock,
      WallClock wall,
      Timers timers) {
    if (sockets.needsJob() && jobs.isEmpty()) {
      throw new IllegalArgumentException(
          "the contract's sockets are about jobs: expected a way to submit them");
    }
    this.sockets = sockets;
    this.jobs = jobs.filter(client -> sockets.needsJob());
    this.clock = clock;
    this.wall = wall;
    this.timers = timers;
  }

  /** A pipeline for one run. */
  public SocketPipeline pipeline(SocketLoad load, Ledger ledger) {
    return new SocketPipeline(sockets, jobs, clock, wall, timers, load, ledger);
  }
}
