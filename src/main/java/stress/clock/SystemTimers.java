package stress.clock;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Timers on one daemon thread, which hands each task that is due to the given executor.
 *
 * <p>An event loop's own timers wake to the millisecond; a thread that waits for the exact instant
 * and then passes the task on is some ten microseconds late, which an arrival schedule of thousands
 * a second needs.
 */
public final class SystemTimers implements Timers, AutoCloseable {
  private final NanoClock clock;
  private final Executor target;
  private final ScheduledThreadPoolExecutor waiting;

  /**
   * @param target runs the tasks; must not block
   */
  public SystemTimers(NanoClock clock, Executor target) {
    this.clock = clock;
    this.target = target;
    this.waiting = new ScheduledThreadPoolExecutor(1, SystemTimers::thread);
    waiting.setRemoveOnCancelPolicy(true);
    waiting.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "stress-timers");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Timer at(long instant, Runnable task) {
    long delay = Math.max(0, instant - clock.nanos());
    try {
      ScheduledFuture<?> future =
          waiting.schedule(() -> target.execute(task), delay, TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }

  /** Forgets all tasks; later ones are never run. */
  @Override
  public void close() {
    waiting.shutdownNow();
  }
}
