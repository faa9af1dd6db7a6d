package stress.job;

import io.smallrye.mutiny.Multi;
import java.time.Duration;
import stress.client.JobSocket;
import stress.client.ProgressEvent;
import stress.client.Waits;
import stress.clock.NanoClock;

/** Follows a job on its progress socket; one that ends early is opened again, after a pause. */
final class SocketFollower implements Follower {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final int MOST_DOUBLINGS = 5;

  private final JobSocket socket;
  private final NanoClock clock;
  private final Waits waits;

  SocketFollower(JobSocket socket, NanoClock clock, Waits waits) {
    this.socket = socket;
    this.clock = clock;
    this.waits = waits;
  }

  @Override
  public Multi<ProgressEvent> follow(Followed job) {
    return open(job, 0);
  }

  private Multi<ProgressEvent> open(Followed job, int before) {
    return socket
        .follow(job.reference())
        .onCompletion()
        .switchTo(() -> pause(before).onItem().transformToMulti(due -> open(job, before + 1)));
  }

  private io.smallrye.mutiny.Uni<Void> pause(int before) {
    long nanos = FIRST_PAUSE.toNanos() << Math.min(before, MOST_DOUBLINGS);
    return waits.until(clock.nanos() + nanos);
  }
}
