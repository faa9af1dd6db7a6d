package stress.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes only when a test says so; all tasks run on the test's thread. */
public final class ManualTime implements NanoClock, WallClock, Timers {
  private static final class Entry {
    final long instant;
    final long order;
    final Runnable task;

    Entry(long instant, long order, Runnable task) {
      this.instant = instant;
      this.order = order;
      this.task = task;
    }
  }

  private final Instant wallOrigin;
  private final PriorityQueue<Entry> waiting =
      new PriorityQueue<>(
          Comparator.<Entry>comparingLong(e -> e.instant).thenComparingLong(e -> e.order));
  private long now;
  private long given;

  public ManualTime() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  public ManualTime(Instant wallOrigin) {
    this.wallOrigin = wallOrigin;
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public Instant now() {
    return wallOrigin.plusNanos(now);
  }

  @Override
  public Timer at(long instant, Runnable task) {
    Entry entry = new Entry(instant, given++, task);
    waiting.add(entry);
    return () -> waiting.remove(entry);
  }

  /** Moves time on, stopping at each task that becomes due. */
  public void advance(Duration by) {
    long end = now + by.toNanos();
    while (!waiting.isEmpty() && waiting.peek().instant <= end) {
      Entry next = waiting.poll();
      now = Math.max(now, next.instant);
      next.task.run();
    }
    now = end;
  }

  /** Runs what is due now. */
  public void settle() {
    advance(Duration.ZERO);
  }

  /** Moves time on without waking anybody, as a stalled machine does; tasks run late afterwards. */
  public void stall(Duration by) {
    now += by.toNanos();
  }

  /** How many tasks wait. */
  public int pending() {
    return waiting.size();
  }
}
