package stress.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/**
 * The durations of a run as an HdrHistogram log (format 1.3, ASCII): one line a scenario and
 * series, tagged with the series' name, over the whole scenario. Values are nanoseconds, as in the
 * run's own file. Scenarios stand one after the other, told apart by their time.
 *
 * <p>Written here and not by the library, whose Base64 is found by reflection, which a native
 * executable lacks.
 */
public final class HlogExport {
  private static final double MILLISECOND = 1e6;

  private HlogExport() {}

  /** The log; a run that recorded nothing has a head and no line. */
  public static String of(RunResult run) {
    Instant start =
        run.scenarios().stream()
            .map(ScenarioResult::begun)
            .min(Instant::compareTo)
            .orElse(Instant.EPOCH);
    StringBuilder log =
        new StringBuilder("#[Histogram log format version 1.3]\n")
            .append("#[Values are nanoseconds; Interval_Max is in milliseconds]\n")
            .append(startTime(start))
            .append("\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\",")
            .append("\"Interval_Compressed_Histogram\"\n");
    run.scenarios().stream()
        .sorted(Comparator.comparing(ScenarioResult::begun))
        .forEach(scenario -> lines(scenario, start, log));
    return log.toString();
  }

  private static String startTime(Instant start) {
    return String.format(
        Locale.ROOT,
        "#[StartTime: %d.%03d (seconds since epoch), %s]\n",
        start.getEpochSecond(),
        start.getNano() / 1_000_000,
        start);
  }

  private static void lines(ScenarioResult result, Instant start, StringBuilder log) {
    double offset = Duration.between(start, result.begun()).toMillis() / 1e3;
    for (Series series : Series.values()) {
      Distribution distribution = result.of(series);
      if (!distribution.isEmpty()) {
        log.append(
            String.format(
                Locale.ROOT,
                "Tag=%s,%.3f,%.3f,%.3f,%s\n",
                series.id(),
                offset,
                result.elapsed().toNanos() / 1e9,
                distribution.max() / MILLISECOND,
                distribution.encode()));
      }
    }
  }
}
