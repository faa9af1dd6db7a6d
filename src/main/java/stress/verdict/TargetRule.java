package stress.verdict;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import stress.measure.Monitored;
import stress.measure.Monitored.Kind;

/** What was read of the target beside the run tells of its resources. */
enum TargetRule implements DiagnosisRule {
  /** Over 80 % of the cores that it may use, in half of the readings and over ten seconds. */
  CPU("target-cpu", Kind.CPU) {
    @Override
    Optional<Said> of(Monitored cpu) {
      if (cpu.most().isEmpty() || cpu.spanNanos() < LONG_CPU) {
        return Optional.empty();
      }
      double most = cpu.most().getAsDouble();
      double share = share(cpu, value -> value > BUSY * most);
      return share < HALF
          ? Optional.empty()
          : Optional.of(
              new Said(
                  "the target used more than 80 % of its "
                      + Words.cores(most)
                      + " in "
                      + Words.percent(share)
                      + " of the time ("
                      + cpu.source()
                      + ")",
                  "its processors are the limit; give it more of them, or make the work cheaper"));
    }
  },
  /** About one core of several for half of the time: what a single thread can do at most. */
  ONE_THREAD("target-one-thread", Kind.CPU) {
    @Override
    Optional<Said> of(Monitored cpu) {
      if (cpu.spanNanos() < LONG_CPU || CPU.of(cpu).isPresent()) {
        return Optional.empty();
      }
      double share = share(cpu, value -> value > 0.9 && value < 1.1);
      return share < HALF
          ? Optional.empty()
          : Optional.of(
              new Said(
                  "the target used about one core in "
                      + Words.percent(share)
                      + " of the time ("
                      + cpu.source()
                      + ")",
                  "a single thread cannot use more; start more processes or workers of it"));
    }
  },
  MEMORY("target-memory-grows", Kind.MEMORY) {
    @Override
    Optional<Said> of(Monitored memory) {
      return growing(memory)
          .map(
              trend ->
                  new Said(
                      "the target's memory grew steadily, after the first quarter of the run from "
                          + Words.bytes(trend.first())
                          + " to "
                          + Words.bytes(trend.last())
                          + " ("
                          + memory.source()
                          + ")",
                      "it may leak; run longer to see whether it levels off, and look at what it"
                          + " keeps"));
    }
  },
  DESCRIPTORS("target-descriptors-grow", Kind.DESCRIPTORS) {
    @Override
    Optional<Said> of(Monitored open) {
      return growing(open)
          .map(
              trend ->
                  new Said(
                      "the target's open descriptors grew steadily, after the first quarter of the"
                          + " run from "
                          + Grouping.of(Math.round(trend.first()))
                          + " to "
                          + Grouping.of(Math.round(trend.last()))
                          + " ("
                          + open.source()
                          + ")",
                      "it may not close its files or connections; look at its pools"));
    }
  },
  /** A named series that by its name is a queue. */
  QUEUE("target-queue-grows", Kind.SERIES) {
    @Override
    Optional<Said> of(Monitored series) {
      return QUEUE_NAME.matcher(series.name()).find()
          ? Trend.of(series.values())
              .filter(Trend::grows)
              .filter(trend -> trend.last() - trend.first() >= 10)
              .map(
                  trend ->
                      new Said(
                          series.name()
                              + " grew from "
                              + Words.three(Math.max(0, trend.first()))
                              + " to "
                              + Words.three(trend.last()),
                          "more comes in than is done; add workers, or submit more slowly"))
          : Optional.empty();
    }
  };

  private static final double BUSY = 0.8;
  private static final double HALF = 0.5;
  private static final double MATERIAL = 1.05;
  private static final long LONG_CPU = 10_000_000_000L;
  private static final long LONG_GROWTH = 60_000_000_000L;
  private static final Pattern QUEUE_NAME =
      Pattern.compile("(?i)queue|waiting|pending|backlog|depth|(?<!_)lag");

  private final String id;
  private final Kind kind;

  TargetRule(String id, Kind kind) {
    this.id = id;
    this.kind = kind;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Optional<Said> of(Observed seen) {
    return seen.result().monitored().stream()
        .filter(monitored -> monitored.kind() == kind)
        .flatMap(monitored -> of(monitored).stream())
        .findFirst();
  }

  abstract Optional<Said> of(Monitored monitored);

  static double share(Monitored monitored, java.util.function.DoublePredicate such) {
    double[] values = monitored.values();
    return (double) Arrays.stream(values).filter(such).count() / values.length;
  }

  /**
   * Over a minute at least; the first quarter is left out, in which every program takes memory, and
   * less than 5 % is no growth to speak of.
   */
  static Optional<Trend> growing(Monitored monitored) {
    double[] all = monitored.values();
    return monitored.spanNanos() < LONG_GROWTH
        ? Optional.empty()
        : Trend.of(Arrays.copyOfRange(all, all.length / 4, all.length))
            .filter(Trend::grows)
            .filter(trend -> trend.last() > MATERIAL * trend.first());
  }
}
