package stress.cli;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How late threads of this machine wake up while it is open: what no program here can undo. */
final class MachineLag implements AutoCloseable {
  private static final long GAP_NANOS = 1_000_000;

  private final AtomicLong longest = new AtomicLong();
  private final Thread watch = new Thread(this::watch, "machine lag");

  MachineLag() {
    watch.setDaemon(true);
    watch.start();
  }

  private void watch() {
    try {
      while (true) {
        long begun = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(GAP_NANOS);
        long late = System.nanoTime() - begun - GAP_NANOS;
        longest.accumulateAndGet(late, Math::max);
      }
    } catch (InterruptedException closed) {
      return;
    }
  }

  /** The longest until now. */
  long nanos() {
    return longest.get();
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
