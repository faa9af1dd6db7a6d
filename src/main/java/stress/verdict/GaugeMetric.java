package stress.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import stress.measure.Gauge;
import stress.measure.Point;
import stress.measure.Scenario;

/** The least, greatest or mean level of those read once an interval. */
record GaugeMetric(Gauge gauge, Of of) implements Metric {
  /** Which of the levels. */
  enum Of {
    MIN("min", "The least of "),
    MAX("max", "The greatest of "),
    MEAN("mean", "The mean of ");

    private final String text;
    private final String words;

    Of(String text, String words) {
      this.text = text;
      this.words = words;
    }

    String text() {
      return text;
    }
  }

  @Override
  public String id() {
    return gauge.id() + "." + of.text();
  }

  @Override
  public Unit unit() {
    return unit(gauge);
  }

  static Unit unit(Gauge gauge) {
    return switch (gauge) {
      case HEAP_BYTES -> Unit.BYTES;
      case CPU_PERMILLE -> Unit.CORES;
      default -> Unit.LEVEL;
    };
  }

  /** What level it is; a share of a core is not said in thousandths here. */
  static String help(Gauge gauge) {
    return gauge == Gauge.CPU_PERMILLE
        ? "the generator's CPU time over the interval, of one core"
        : gauge.help();
  }

  @Override
  public Certainty certainty() {
    return Certainty.FACT;
  }

  @Override
  public Fit fit(Scenario scenario) {
    return Homes.fit(gauge, scenario);
  }

  @Override
  public Course course() {
    return switch (of) {
      case MAX -> Course.ONLY_UP;
      case MIN -> Course.ONLY_DOWN;
      case MEAN -> Course.EITHER_WAY;
    };
  }

  @Override
  public Optional<Measured> of(Sample sample) {
    List<Point> points =
        sample.points().stream().filter(point -> point.gauges().get(gauge).isPresent()).toList();
    if (points.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal level =
        switch (of) {
          case MIN ->
              BigDecimal.valueOf(points.stream().mapToLong(this::level).min().orElseThrow());
          case MAX ->
              BigDecimal.valueOf(points.stream().mapToLong(this::level).max().orElseThrow());
          case MEAN -> mean(points);
        };
    return Optional.of(
        Measured.of(
            gauge == Gauge.CPU_PERMILLE ? level.movePointLeft(1) : level,
            of.words
                + Grouping.of(points.size())
                + (points.size() == 1 ? " reading: " : " readings: ")
                + help(gauge)
                + "."));
  }

  private long level(Point point) {
    return point.gauges().get(gauge).orElseThrow();
  }

  /** Each level weighs as much as its interval is long; the later ones of a long run are longer. */
  private BigDecimal mean(List<Point> points) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal nanos = BigDecimal.ZERO;
    for (Point point : points) {
      BigDecimal length = BigDecimal.valueOf(Math.max(1, point.endNanos() - point.startNanos()));
      sum = sum.add(BigDecimal.valueOf(level(point)).multiply(length));
      nanos = nanos.add(length);
    }
    return sum.divide(nanos, MathContext.DECIMAL128);
  }

  @Override
  public String absence(Sample sample) {
    return "There is no reading of " + gauge.id() + ": " + help(gauge) + ".";
  }
}
