package stress.measure;

import java.util.Locale;

/**
 * The durations of a scenario as an HdrHistogram log (format 1.3, ASCII): one line a series, tagged
 * with its name, over the whole scenario. Values are nanoseconds, as in the run's own file.
 *
 * <p>Written here and not by the library, whose Base64 is found by reflection, which a native
 * executable lacks.
 */
public final class HlogExport {
  private static final double MILLISECOND = 1e6;

  private HlogExport() {}

  /** The log; a scenario that recorded nothing has a head and no line. */
  public static String of(ScenarioResult result) {
    StringBuilder log =
        new StringBuilder("#[Histogram log format version 1.3]\n")
            .append("#[Values are nanoseconds; Interval_Max is in milliseconds]\n")
            .append(startTime(result))
            .append("\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\",")
            .append("\"Interval_Compressed_Histogram\"\n");
    for (Series series : Series.values()) {
      Distribution distribution = result.of(series);
      if (!distribution.isEmpty()) {
        log.append(line(series, distribution, result.elapsed().toNanos()));
      }
    }
    return log.toString();
  }

  private static String startTime(ScenarioResult result) {
    return String.format(
        Locale.ROOT,
        "#[StartTime: %d.%03d (seconds since epoch), %s]\n",
        result.begun().getEpochSecond(),
        result.begun().getNano() / 1_000_000,
        result.begun());
  }

  private static String line(Series series, Distribution distribution, long elapsed) {
    return String.format(
        Locale.ROOT,
        "Tag=%s,0.000,%.3f,%.3f,%s\n",
        series.id(),
        elapsed / 1e9,
        distribution.max() / MILLISECOND,
        distribution.encode());
  }
}
