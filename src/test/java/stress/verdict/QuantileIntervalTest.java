package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import stress.measure.Distribution;
import stress.measure.Staircase;

final class QuantileIntervalTest {
  private static final long MS = 1_000_000;

  private static Staircase ranks(int n) {
    return Distribution.of(LongStream.rangeClosed(1, n).map(i -> i * MS).toArray()).staircase();
  }

  private static long rank(double nanos) {
    return Math.round(nanos / MS);
  }

  /** Conover, Practical Nonparametric Statistics: 95 % of the median of 16 are ranks 4 and 13. */
  @Test
  void ranks_are_those_of_the_textbook() {
    Estimate median = QuantileInterval.of(ranks(16), 50, 0.05);
    assertThat(rank(median.low())).isEqualTo(4);
    assertThat(rank(median.value())).isEqualTo(8);
    assertThat(rank(median.high())).isEqualTo(13);
    Estimate hundred = QuantileInterval.of(ranks(100), 50, 0.05);
    assertThat(rank(hundred.low())).isEqualTo(40);
    assertThat(rank(hundred.high())).isEqualTo(61);
  }

  @Test
  void without_enough_samples_there_is_no_bound() {
    Estimate p99 = QuantileInterval.of(ranks(250), 99, 0.05);
    assertThat(rank(p99.low())).isEqualTo(244);
    assertThat(p99.high()).isInfinite();
    Estimate single = QuantileInterval.of(ranks(1), 50, 0.05);
    assertThat(single.low()).isZero();
    assertThat(single.value()).isCloseTo(MS, within(1e3));
    assertThat(single.high()).isInfinite();
  }

  @Test
  void it_covers_the_true_quantile_as_often_as_it_says() {
    Random chance = new Random(3);
    for (int percent : new int[] {50, 95}) {
      double truth = 12 * MS * Math.exp(percent == 50 ? 0 : 0.35 * 1.6448536);
      int covered = 0;
      for (int i = 0; i < 2_000; i++) {
        Estimate interval =
            QuantileInterval.of(
                ComparedRuns.times(chance, 300, 12, 0.35).staircase(), percent, 0.05);
        covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
      }
      assertThat(covered / 2_000.0).isBetween(0.94, 0.98);
    }
  }

  @Test
  void shares_and_rates_have_their_textbook_intervals() {
    // Newcombe 1998: 81 of 263 is 0.2553 to 0.3662 by Wilson's score.
    Estimate share = ShareInterval.of(new Share(81, 263), 0.05);
    assertThat(share.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(share.high()).isCloseTo(0.3662, within(5e-5));
    // Newcombe 1998, method 10: 56/70 − 48/80 is 0.0524 to 0.3339.
    Estimate difference =
        IndependentChange.difference(
            ShareInterval.of(new Share(48, 80), 0.05), ShareInterval.of(new Share(56, 70), 0.05));
    assertThat(difference.value()).isCloseTo(0.2, within(1e-9));
    assertThat(difference.low()).isCloseTo(0.0524, within(5e-5));
    assertThat(difference.high()).isCloseTo(0.3339, within(5e-5));
    // Garwood 1936: 10 events are 4.795 to 18.390.
    Estimate rate = RateInterval.of(10, 1, 0.05);
    assertThat(rate.low()).isCloseTo(4.795, within(5e-4));
    assertThat(rate.high()).isCloseTo(18.390, within(5e-4));
  }
}
