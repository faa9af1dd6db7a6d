package stress.job;

import io.smallrye.mutiny.Multi;
import stress.client.ProgressEvent;

/** A way to learn how a job goes on. */
@FunctionalInterface
interface Follower {
  /**
   * Follows from now on when subscribed; never fails, and does not end by itself as long as there
   * is something left to try. Cancelling stops it.
   */
  Multi<ProgressEvent> follow(Followed job);
}
