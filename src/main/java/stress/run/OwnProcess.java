package stress.run;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.OptionalLong;

/** What the generator's own process costs: processor time, heap, garbage collection. Any thread. */
public final class OwnProcess {
  private final HostFiles files;

  /** This process, on this machine. */
  public OwnProcess() {
    this(HostFiles.ofTheMachine());
  }

  /**
   * @param files where the system tells of the process
   */
  public OwnProcess(HostFiles files) {
    this.files = files;
  }

  HostFiles files() {
    return files;
  }

  /** Processor time of all threads so far, in nanoseconds, where the system tells it. */
  public OptionalLong cpuNanos() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(Duration::toNanos)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** Bytes of heap in use, garbage included. */
  public long heapBytes() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Time spent collecting garbage so far, in nanoseconds, where the collectors tell it. */
  public OptionalLong gcNanos() {
    long millis = 0;
    boolean told = false;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector.getCollectionTime() >= 0) {
        millis += collector.getCollectionTime();
        told = true;
      }
    }
    return told ? OptionalLong.of(millis * 1_000_000) : OptionalLong.empty();
  }

  /** Processors that this process may use. */
  public int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
