package stress.measure;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What recording costs; one ledger for all threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LedgerBenchmark {
  private final Ledger ledger = new Ledger(0);

  /** Durations that differ, so that not one counter of the histogram stays in the cache. */
  @State(Scope.Thread)
  public static class Durations {
    private long last = 1;

    long next() {
      last = last * 6364136223846793005L + 1442695040888963407L;
      return last >>> 36; // 0 to 268 ms
    }
  }

  @Benchmark
  public void record(Durations durations) {
    ledger.record(Series.SUBMIT_SERVICE, durations.next());
  }

  @Benchmark
  public void count() {
    ledger.count(Counter.POLLS);
  }

  /** What an accepted submission writes: two durations, two counts. */
  @Benchmark
  public void submission(Durations durations) {
    long nanos = durations.next();
    ledger.count(Counter.STARTED);
    ledger.record(Series.SUBMIT_RESPONSE, nanos);
    ledger.record(Series.SUBMIT_SERVICE, nanos);
    ledger.count(Counter.ACCEPTED);
  }
}
