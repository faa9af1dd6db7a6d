package stress.measure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** What several generators say of themselves, as one generator as large as all of them. */
final class HealthMerge {
  private HealthMerge() {}

  static GeneratorHealth of(List<GeneratorHealth> parts) {
    return new GeneratorHealth(
        rate(parts, GeneratorHealth::askedPerSecond),
        rate(parts, GeneratorHealth::offeredPerSecond),
        nanos(parts, GeneratorHealth::cpuNanos),
        parts.stream().mapToInt(GeneratorHealth::processors).reduce(0, HealthMerge::sum),
        parts.stream().mapToLong(GeneratorHealth::heapPeakBytes).max().orElse(0),
        nanos(parts, GeneratorHealth::gcNanos),
        HostMerge.of(parts.stream().map(GeneratorHealth::host).toList()));
  }

  private static int sum(int one, int other) {
    return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
  }

  /** A generator without a rate made no starts; the others' rates still add up. */
  private static OptionalDouble rate(
      List<GeneratorHealth> parts, Function<GeneratorHealth, OptionalDouble> which) {
    double[] known =
        parts.stream().map(which).flatMapToDouble(OptionalDouble::stream).sorted().toArray();
    double sum = 0;
    for (double rate : known) {
      sum = Math.min(Double.MAX_VALUE, sum + rate);
    }
    return known.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum);
  }

  /** The sum, if each of them knows its own. */
  private static OptionalLong nanos(
      List<GeneratorHealth> parts, Function<GeneratorHealth, OptionalLong> which) {
    if (parts.stream().map(which).anyMatch(OptionalLong::isEmpty)) {
      return OptionalLong.empty();
    }
    long sum = 0;
    for (GeneratorHealth part : parts) {
      sum = Math.min(RunReader.LONGEST, sum + which.apply(part).orElseThrow());
    }
    return OptionalLong.of(sum);
  }
}
