package stress.job;

import java.time.Duration;
import java.util.Optional;
import stress.client.JobClient;
import stress.client.JobSocket;
import stress.client.Waits;
import stress.clock.NanoClock;
import stress.clock.Timers;
import stress.measure.Ledger;

/** Puts pipelines together: with a way to follow jobs, or for submissions alone. */
public final class JobPipelines {
  private final JobClient client;
  private final Optional<JobSocket> socket;
  private final NanoClock clock;
  private final Timers timers;

  /**
   * @param socket absent when the contract has none
   * @param timers deliver to the event loop on which client and socket answer
   */
  public JobPipelines(
      JobClient client, Optional<JobSocket> socket, NanoClock clock, Timers timers) {
    this.client = client;
    this.socket = socket;
    this.clock = clock;
    this.timers = timers;
  }

  /** Hands jobs in and leaves them alone. */
  public JobPipeline submitting(Ledger ledger) {
    return new JobPipeline(
        client, Optional.empty(), Duration.ZERO, clock, new Waits(timers), ledger);
  }

  /**
   * Hands jobs in and follows each until it settles or its time is up.
   *
   * @throws IllegalArgumentException for following by socket when the contract has none
   */
  public JobPipeline following(
      FollowMode mode, PollPacing pacing, Duration timeout, Ledger ledger) {
    Waits waits = new Waits(timers);
    PollFollower poll = new PollFollower(client, pacing, clock, waits, ledger);
    return new JobPipeline(
        client, Optional.of(follower(mode, poll, waits)), timeout, clock, waits, ledger);
  }

  private Follower follower(FollowMode mode, PollFollower poll, Waits waits) {
    return switch (mode) {
      case POLL -> poll;
      case SOCKET -> new SocketFollower(required(), clock, waits);
      case AUTO -> socket.<Follower>map(s -> new AutoFollower(s, poll)).orElse(poll);
    };
  }

  private JobSocket required() {
    return socket.orElseThrow(
        () -> new IllegalArgumentException("the contract has no socket to follow jobs on"));
  }
}
