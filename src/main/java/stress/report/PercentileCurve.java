package stress.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.stream.Stream;
import stress.measure.Distribution;
import stress.measure.ScenarioResult;
import stress.measure.Series;

/**
 * Durations by quantile, the x axis stretched so that each further nine takes the same width: the
 * place of quantile q is 1 / (1 - q). A line ends where its sample has no further value to show.
 */
final class PercentileCurve {
  private static final int STEPS_A_DECADE = 20;
  private static final int DECADES = 6;

  private static final List<Series> SHOWN =
      List.of(
          Series.SUBMIT_RESPONSE,
          Series.SUBMIT_SERVICE,
          Series.TOTAL_HIGH,
          Series.CONNECT_RESPONSE,
          Series.ECHO_RESPONSE,
          Series.ECHO_SERVICE,
          Series.PUSH_AGE,
          Series.PING);

  private final ScenarioResult result;

  PercentileCurve(ScenarioResult result) {
    this.result = result;
  }

  Chart chart() {
    long most = SHOWN.stream().mapToLong(series -> result.of(series).count()).max().orElse(0);
    List<Double> x =
        Stream.iterate(0, step -> step + 1)
            .limit(STEPS_A_DECADE * DECADES + 1L)
            .map(step -> Math.pow(10, step / (double) STEPS_A_DECADE))
            .takeWhile(place -> place <= Math.max(10, most))
            .toList();
    List<Line> lines = new ArrayList<>();
    StringJoiner text = new StringJoiner("; ", "", ".").setEmptyValue("");
    for (Series series : SHOWN) {
      Distribution times = result.of(series);
      if (!times.isEmpty()) {
        lines.add(new Line(series.id(), lines.size() % 2 == 1, values(times, x)));
        text.add(sentence(series, times));
      }
    }
    return new Chart(
        "Percentile curve", Chart.Axis.QUANTILE, Chart.Unit.SECONDS, x, lines, text.toString());
  }

  private static List<OptionalDouble> values(Distribution times, List<Double> x) {
    return x.stream()
        .map(
            place ->
                place > Math.max(10, times.count())
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(times.percentile(100 * (1 - 1 / place)) / 1e9))
        .toList();
  }

  private static String sentence(Series series, Distribution times) {
    return series.id()
        + ": half within "
        + Figures.duration(times.percentile(50))
        + ", 99 % within "
        + Figures.duration(times.percentile(99))
        + ", all within "
        + Figures.duration(times.percentile(100));
  }
}
