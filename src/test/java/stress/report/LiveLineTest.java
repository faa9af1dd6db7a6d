package stress.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.Gauge;
import stress.measure.Gauges;
import stress.measure.Interval;
import stress.measure.Scenario;
import stress.measure.Series;

class LiveLineTest {
  private static final Interval LATEST =
      new Interval(
          29_000_000_000L,
          30_000_000_000L,
          Counts.ZERO.with(Counter.STARTED, 50),
          Map.of(Series.SUBMIT_RESPONSE, Distribution.of(12_000_000)),
          Gauges.NONE.with(Gauge.QUEUE_OWN, 1_234));
  private static final Counts TOTALS =
      Counts.ZERO
          .with(Counter.STARTED, 1_500)
          .with(Counter.ACCEPTED, 1_490)
          .with(Counter.REFUSED, 3)
          .with(Counter.SUCCEEDED, 900);
  private final LiveLine line = new LiveLine(Scenario.END_TO_END, OptionalLong.of(2_000));

  @Test
  void shows_progress_rate_p95_errors_and_queue() {
    assertThat(line.render(LATEST, TOTALS, 200))
        .isEqualTo("45 % · 597 in flight · 50/s · p95 12.0 ms · 3 errors · queue 1 234");
  }

  @Test
  void leaves_out_whole_parts_where_the_terminal_is_narrow() {
    assertThat(line.render(LATEST, TOTALS, 40)).isEqualTo("45 % · 597 in flight · 50/s");
    assertThat(line.render(LATEST, TOTALS, 1)).isEmpty();
  }

  @Test
  void a_log_line_begins_with_the_time() {
    assertThat(line.plain(LATEST, TOTALS))
        .isEqualTo("after 30.0 s: 45 %, 597 in flight, 50/s, p95 12.0 ms, 3 errors, queue 1 234");
  }

  @Test
  void has_no_percent_of_an_unknown_total_and_no_percentile_of_nothing() {
    Interval empty = new Interval(0, 0, Counts.ZERO, Map.of(), Gauges.NONE);
    LiveLine open = new LiveLine(Scenario.SUBMISSION, OptionalLong.empty());
    assertThat(open.render(empty, Counts.ZERO, 80))
        .isEqualTo("0 done · 0 in flight · p95 – · 0 errors");
  }

  private static final Counts SOCKETS =
      Counts.ZERO
          .with(Counter.CONNECTIONS_TRIED, 65)
          .with(Counter.CONNECTIONS_OPENED, 62)
          .with(Counter.CONNECTIONS_REFUSED, 3)
          .with(Counter.CONNECTIONS_ENDED, 10)
          .with(Counter.CONNECTIONS_LOST, 2);

  private static Interval sockets(Map<Series, Distribution> times, Gauges gauges) {
    return new Interval(
        0, 2_000_000_000L, Counts.ZERO.with(Counter.MESSAGES_IN, 2_469), times, gauges);
  }

  @Test
  void shows_connections_messages_and_age() {
    LiveLine concurrent = new LiveLine(Scenario.CONCURRENT, OptionalLong.of(50));
    Interval interval =
        sockets(
            Map.of(
                Series.PUSH_AGE, Distribution.of(50_000_000),
                Series.ECHO_SERVICE, Distribution.of(1_000_000)),
            Gauges.NONE.with(Gauge.CONNECTIONS_OPEN, 48));
    assertThat(concurrent.render(interval, SOCKETS, 80))
        .isEqualTo(
            "48/50 open · 62 opened · 2 lost · 3 not opened · 1 235 msg/s · age p95 50.0 ms");
    assertThat(concurrent.plain(interval, SOCKETS))
        .isEqualTo(
            "after 2.00 s: 48/50 open, 62 opened, 2 lost, 3 not opened, 1 235 msg/s,"
                + " age p95 50.0 ms");
  }

  @Test
  void shows_the_echo_where_there_is_no_age_and_neither_where_there_is_none() {
    LiveLine throughput = new LiveLine(Scenario.THROUGHPUT, OptionalLong.empty());
    assertThat(
            throughput.render(
                sockets(
                    Map.of(
                        Series.ECHO_RESPONSE, Distribution.of(3_000_000),
                        Series.ECHO_SERVICE, Distribution.of(1_000_000)),
                    Gauges.NONE),
                SOCKETS,
                60))
        .isEqualTo("50 open · 62 opened · 2 lost · 3 not opened · 1 235 msg/s");
    assertThat(
            throughput.render(
                sockets(Map.of(Series.ECHO_RESPONSE, Distribution.of(3_000_000)), Gauges.NONE),
                SOCKETS,
                80))
        .contains(" · echo p95 3.00 ms");
    Interval empty = new Interval(0, 0, Counts.ZERO, Map.of(), Gauges.NONE);
    assertThat(throughput.render(empty, Counts.ZERO, 80)).isEqualTo("0 open · 0 opened · 0 lost");
  }
}
