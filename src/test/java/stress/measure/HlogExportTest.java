package stress.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;

/** The log as the public reader of the HdrHistogram tools reads it. */
class HlogExportTest {
  private static HistogramLogReader reader(String log) {
    return new HistogramLogReader(
        new ByteArrayInputStream(log.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void the_public_reader_finds_every_series_by_its_tag() {
    for (RunResult run : new RunResult[] {SampleRuns.failed(), SampleSockets.throughput()}) {
      ScenarioResult result = run.scenarios().get(0);
      Map<Series, Distribution> read = new EnumMap<>(Series.class);
      HistogramLogReader reader = reader(HlogExport.of(run));
      while (reader.hasNext()) {
        EncodableHistogram next = reader.nextIntervalHistogram();
        Histogram histogram = (Histogram) next;
        Distribution ours = result.of(RunWords.SERIES.get(next.getTag()));
        assertThat(histogram.getTotalCount()).isEqualTo(ours.count());
        assertThat(histogram.getValueAtPercentile(99)).isEqualTo(ours.percentile(99));
        assertThat(histogram.getStartTimeStamp()).isEqualTo(result.begun().toEpochMilli());
        assertThat(histogram.getEndTimeStamp() - histogram.getStartTimeStamp())
            .isBetween(result.elapsed().toMillis() - 1, result.elapsed().toMillis());
        read.put(RunWords.SERIES.get(next.getTag()), ours);
      }
      assertThat(read).isEqualTo(result.distributions()).isNotEmpty();
    }
  }

  @Test
  void scenarios_follow_one_another_in_time() {
    RunResult one = SampleRuns.good();
    ScenarioResult first = one.scenarios().get(0);
    RunResult both =
        SampleRuns.joined(one, SampleRuns.later(one, java.time.Duration.ofMillis(60_250)));
    String log = HlogExport.of(both);
    assertThat(log.lines().filter(line -> line.startsWith("Tag=jobs.submit.service,")))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Tag=jobs.submit.service,0.000,20.412,");
    assertThat(log).contains("\nTag=jobs.submit.service,60.250,20.412,");
    HistogramLogReader reader = reader(log);
    long last = 0;
    for (EncodableHistogram next = reader.nextIntervalHistogram();
        next != null;
        next = reader.nextIntervalHistogram()) {
      assertThat(next.getStartTimeStamp()).isGreaterThanOrEqualTo(last);
      last = next.getStartTimeStamp();
    }
    assertThat(last).isEqualTo(first.begun().toEpochMilli() + 60_250);
  }

  @Test
  void a_run_without_durations_has_a_head_alone() {
    String log = HlogExport.of(SampleRuns.empty());
    assertThat(log)
        .isEqualTo(
            "#[Histogram log format version 1.3]\n"
                + "#[Values are nanoseconds; Interval_Max is in milliseconds]\n"
                + "#[StartTime: 1769860800.123 (seconds since epoch), 2026-01-31T12:00:00.123456789Z]\n"
                + "\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\","
                + "\"Interval_Compressed_Histogram\"\n");
    assertThat(reader(log).nextIntervalHistogram()).isNull();
  }
}
