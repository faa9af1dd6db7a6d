package stress.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What computing the next intended start costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScheduleBenchmark {
  /** Which schedule. */
  public enum Kind {
    CONSTANT,
    RAMP,
    POISSON
  }

  @Param private Kind kind;

  private Open open;
  private PrimitiveIterator.OfLong starts;

  @Setup
  public void begin() {
    Rate slow = Rate.parse("10/s");
    Rate fast = Rate.parse("1000/s");
    Stage stage =
        new Stage(Optional.of(Duration.ofHours(24)), kind == Kind.RAMP ? slow : fast, fast);
    Arrival arrival = kind == Kind.POISSON ? Arrival.poisson(1) : Arrival.even();
    open =
        new Open(List.of(stage), arrival, OptionalLong.empty(), OptionalInt.empty(), Overflow.DROP);
    starts = open.schedule();
  }

  @Benchmark
  public long next() {
    if (!starts.hasNext()) {
      starts = open.schedule();
    }
    return starts.nextLong();
  }
}
