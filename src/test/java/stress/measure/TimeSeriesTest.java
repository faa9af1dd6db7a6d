package stress.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeSeriesTest {
  private static Interval second(int i) {
    return new Interval(
        i,
        i + 1,
        Counts.ZERO.with(Counter.STARTED, i),
        Map.of(Series.LOOP_LAG, Distribution.of((i % 10 + 1) * 1_000_000L)),
        Gauges.NONE.with(Gauge.QUEUE_OWN, i));
  }

  @Test
  void is_fine_for_an_hour_and_then_goes_on_in_tens() {
    TimeSeries series = new TimeSeries();
    for (int i = 0; i < 3_600 + 25; i++) {
      series.add(second(i));
    }
    List<Point> points = series.points();
    assertThat(points).hasSize(3_603);
    Point fine = points.get(3_599);
    assertThat(fine.startNanos()).isEqualTo(3_599);
    assertThat(fine.endNanos()).isEqualTo(3_600);
    Point ten = points.get(3_600);
    assertThat(ten.startNanos()).isEqualTo(3_600);
    assertThat(ten.endNanos()).isEqualTo(3_610);
    assertThat(ten.counts().get(Counter.STARTED)).isEqualTo(36_045);
    assertThat(ten.gauges().get(Gauge.QUEUE_OWN)).hasValue(3_609);
    // The percentiles of ten seconds come from their joined histogram: 1, 2 … 10 ms.
    Distribution joined =
        Distribution.of(
            1_000_000,
            2_000_000,
            3_000_000,
            4_000_000,
            5_000_000,
            6_000_000,
            7_000_000,
            8_000_000,
            9_000_000,
            10_000_000);
    assertThat(ten.summaries().get(Series.LOOP_LAG)).isEqualTo(Summary.of(joined));
    Point rest = points.get(3_602);
    assertThat(rest.startNanos()).isEqualTo(3_620);
    assertThat(rest.endNanos()).isEqualTo(3_625);
    assertThat(rest.counts().get(Counter.STARTED)).isEqualTo(18_110);
  }

  @Test
  void totals_are_exact_sums() {
    Totals totals = new Totals();
    for (int i = 0; i < 100; i++) {
      totals.add(second(i));
    }
    assertThat(totals.counts().get(Counter.STARTED)).isEqualTo(4_950);
    Distribution sum = totals.distributions().get(Series.LOOP_LAG);
    assertThat(sum.count()).isEqualTo(100);
    assertThat(totals.distributions()).containsOnlyKeys(Series.LOOP_LAG);
    totals.add(second(0));
    assertThat(sum.count()).isEqualTo(100);
  }
}
