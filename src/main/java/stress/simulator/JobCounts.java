package stress.simulator;

/** How many jobs are where, and how long those that completed ran. One thread. */
final class JobCounts {
  private final long[] ofPhase = new long[Phase.values().length];
  private long total;
  private long completedNanos;

  void accepted() {
    total++;
    ofPhase[Phase.WAITING.ordinal()]++;
  }

  void started() {
    ofPhase[Phase.WAITING.ordinal()]--;
    ofPhase[Phase.RUNNING.ordinal()]++;
  }

  void ended(Job job) {
    Phase before = job.startedNanos().isPresent() ? Phase.RUNNING : Phase.WAITING;
    ofPhase[before.ordinal()]--;
    ofPhase[job.phase().ordinal()]++;
    if (job.phase() == Phase.COMPLETED) {
      completedNanos += job.endedNanos().getAsLong() - job.startedNanos().getAsLong();
    }
  }

  long total() {
    return total;
  }

  long in(Phase phase) {
    return ofPhase[phase.ordinal()];
  }

  /** Mean seconds from start to end of completed jobs; 0 when there is none. */
  double averageSeconds() {
    return completedNanos / 1e9 / Math.max(1, in(Phase.COMPLETED));
  }
}
