package stress.simulator;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a client is told about a job at one instant: the truth, bent by the job's faults.
 *
 * @param oddWord stands in place of the word for running
 * @param progress 0..1
 * @param now nanoseconds, when it was looked at
 */
record Told(Job job, Phase phase, Optional<String> oddWord, double progress, long now) {
  boolean sameAs(Told other) {
    return phase == other.phase && progress == other.progress && oddWord.equals(other.oddWord);
  }

  /** The end, where the client is told of it. */
  OptionalLong ended() {
    return phase.terminal() ? job.endedNanos() : OptionalLong.empty();
  }

  /** What the job last did that shows: accepted, started or ended. */
  long lastChange() {
    return ended().orElse(job.startedNanos().orElse(job.acceptedNanos()));
  }
}
