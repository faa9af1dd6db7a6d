package stress.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import stress.load.ScheduleBenchmark;
import stress.measure.FlipBenchmark;
import stress.measure.LedgerBenchmark;

/** Runs the JMH benchmarks, prints their table, and asserts that recording allocates nothing. */
final class Microbenchmarks {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /** JMH's own work between iterations, spread over millions of operations, is far below this. */
  private static final double NOTHING = 0.01;

  private final List<String> wrong = new ArrayList<>();

  /** What did not hold; empty when all is well. */
  List<String> run() throws RunnerException {
    System.out.printf("%n%-34s %7s %12s %10s %12s%n", "JMH", "threads", "time", "±", "B/op");
    for (int threads = 1; threads <= 2; threads++) {
      for (RunResult result : measure(LedgerBenchmark.class, threads)) {
        print(result);
        double allocated = allocated(result);
        if (!(allocated < NOTHING)) {
          wrong.add(name(result) + " allocates " + allocated + " B/op, expected 0");
        }
      }
    }
    measure(FlipBenchmark.class, 1).forEach(Microbenchmarks::print);
    measure(ScheduleBenchmark.class, 1).forEach(Microbenchmarks::print);
    return wrong;
  }

  private static Collection<RunResult> measure(Class<?> benchmark, int threads)
      throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(benchmark.getName())
            .threads(threads)
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(4)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    return new Runner(options).run();
  }

  private static double allocated(RunResult result) {
    return result.getSecondaryResults().values().stream()
        .filter(secondary -> secondary.getLabel().endsWith(ALLOCATED))
        .mapToDouble(Result::getScore)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static void print(RunResult result) {
    Result<?> time = result.getPrimaryResult();
    System.out.printf(
        Locale.ROOT,
        "%-34s %7d %6.1f %s %10.1f %12.3f%n",
        name(result),
        result.getParams().getThreads(),
        time.getScore(),
        time.getScoreUnit(),
        time.getScoreError(),
        allocated(result));
  }

  private static String name(RunResult result) {
    String[] parts = result.getParams().getBenchmark().split("\\.");
    String kind = result.getParams().getParam("kind");
    return parts[parts.length - 2]
        + "."
        + parts[parts.length - 1]
        + (kind == null ? "" : " " + kind.toLowerCase(Locale.ROOT));
  }
}
