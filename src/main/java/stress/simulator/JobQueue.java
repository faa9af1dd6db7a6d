package stress.simulator;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import stress.clock.NanoClock;
import stress.clock.Timers;

/**
 * First in, first out, and N workers. A job with a set length ends exactly that long after its
 * worker took it, however late the machine wakes us. One thread: the one that the timers use.
 */
final class JobQueue {
  /** Computes while a job runs. */
  interface Computation {
    /** In the background, for a job whose end is set. */
    void beside(Job job);

    /** All of it; then calls back on the queue's thread, not before it has returned. */
    void whole(Job job, Runnable done);
  }

  private final NanoClock clock;
  private final Timers timers;
  private final int workers;
  private final Computation computation;
  private final Consumer<Job> started;
  private final Consumer<Job> ended;
  private final ArrayDeque<Job> waiting = new ArrayDeque<>();
  private final Map<Job, Timers.Timer> running = new HashMap<>();
  private int waitingCount;

  /**
   * @param started told of each job that a worker took
   * @param ended told of each job that became terminal, whatever the reason
   */
  JobQueue(
      NanoClock clock,
      Timers timers,
      int workers,
      Computation computation,
      Consumer<Job> started,
      Consumer<Job> ended) {
    this.clock = clock;
    this.timers = timers;
    this.workers = workers;
    this.computation = computation;
    this.started = started;
    this.ended = ended;
  }

  /** Jobs that no worker has taken. */
  int waiting() {
    return waitingCount;
  }

  /** Workers that have a job. */
  int busy() {
    return running.size();
  }

  void add(Job job) {
    waiting.add(job);
    waitingCount++;
    takeNext();
  }

  /** False when it has ended already. */
  boolean cancel(Job job) {
    if (job.phase().terminal()) {
      return false;
    }
    if (job.phase() == Phase.WAITING) {
      waitingCount--; // it stays in the line and is passed over
    }
    finish(job, clock.nanos(), Phase.CANCELLED);
    return true;
  }

  private void takeNext() {
    while (running.size() < workers && !waiting.isEmpty()) {
      Job next = waiting.poll();
      if (next.phase() == Phase.WAITING) {
        waitingCount--;
        start(next);
      }
    }
  }

  private void start(Job job) {
    long now = clock.nanos();
    job.start(now);
    started.accept(job);
    if (job.faults().stuck()) {
      return; // its worker is free again
    }
    OptionalLong length = job.length();
    OptionalLong limit = job.asked().timeoutNanos();
    if (length.isPresent()) {
      boolean inTime = limit.isEmpty() || length.getAsLong() <= limit.getAsLong();
      long end = now + (inTime ? length : limit).getAsLong();
      Phase last = inTime ? completion(job) : Phase.TIMEOUT;
      running.put(job, timers.at(end, () -> finish(job, end, last)));
      computation.beside(job);
      return;
    }
    running.put(
        job,
        limit.isPresent()
            ? timers.at(
                now + limit.getAsLong(), () -> finish(job, now + limit.getAsLong(), Phase.TIMEOUT))
            : () -> {});
    computation.whole(job, () -> finish(job, clock.nanos(), completion(job)));
  }

  private static Phase completion(Job job) {
    return job.faults().fails() ? Phase.FAILED : Phase.COMPLETED;
  }

  private void finish(Job job, long instant, Phase terminal) {
    if (job.phase().terminal()) {
      return;
    }
    Timers.Timer timer = running.remove(job);
    if (timer != null) {
      timer.cancel();
    }
    job.end(instant, terminal);
    ended.accept(job);
    takeNext();
  }
}
