package stress.job;

import io.smallrye.mutiny.Multi;
import stress.client.JobSocket;
import stress.client.ProgressEvent;

/**
 * Follows a job on its progress socket, and by polling once the socket has ended before the job.
 */
final class AutoFollower implements Follower {
  private final JobSocket socket;
  private final PollFollower poll;

  AutoFollower(JobSocket socket, PollFollower poll) {
    this.socket = socket;
    this.poll = poll;
  }

  @Override
  public Multi<ProgressEvent> follow(Followed job) {
    return socket.follow(job.reference()).onCompletion().switchTo(() -> poll.follow(job));
  }
}
