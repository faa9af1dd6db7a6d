package stress.measure;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What ending an interval costs, which happens once a second: ten series with samples in them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FlipBenchmark {
  private static final List<Series> ACTIVE = List.of(Series.values()).subList(0, 10);

  private final Ledger ledger = new Ledger(0);
  private long now;

  @Benchmark
  public Interval flip() {
    for (Series series : ACTIVE) {
      ledger.record(series, 1_000_000);
      ledger.record(series, 1_000_000_000);
    }
    now += 1_000_000_000;
    return ledger.flip(now, Gauges.NONE);
  }
}
