package stress.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void a_constant_rate_starts_number_k_at_k_over_r() {
    long[] starts = offsets("30s@50/s");
    assertThat(starts).hasSize(1_500);
    assertThat(starts[0]).isZero();
    assertThat(starts[137]).isEqualTo(2_740_000_000L);
    assertThat(starts[1_499]).isEqualTo(29_980_000_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10s@3/s | 30 | 1 | 333333333",
        "10s@3/s | 30 | 2 | 666666666",
        "10s@3/s | 30 | 29 | 9666666666",
        "10s@0.5/s | 5 | 1 | 2000000000",
        "1h@100/h | 100 | 99 | 3564000000000",
        "1m@7/m | 7 | 1 | 8571428571",
        "1s@5000/s | 5000 | 4999 | 999800000",
        "1s@1000000/s | 1000000 | 999999 | 999999000",
        "1h@999.999/s | 3599997 | 3599996 | 3599999599999", // 3599996.4 starts
        "10s@0/s..100/s | 500 | 5 | 1000000000", // 5t² starts by t
        "10s@0/s..100/s | 500 | 125 | 5000000000",
        "10s@100/s..0/s | 500 | 495 | 9000000000", // the same from its end
        "10s@100/s..0/s | 500 | 375 | 5000000000",
        "4s@10/s..50/s | 120 | 15 | 1000000000", // 10t + 5t²
        "4s@10/s..50/s | 120 | 75 | 3000000000",
        "1s@10/s..20/s | 15 | 0 | 0",
        "10s@0/s,1s@10/s | 10 | 0 | 10000000000", // silence first
        "1s@10/s,10s@0/s,1s@10/s | 20 | 10 | 11000000000", // the edge belongs to what comes after
        "1s@2.5/s,1s@2.5/s | 5 | 3 | 1200000000", // stages do not restart the count
        "1s@2.5/s,1s@10/s | 13 | 3 | 1050000000",
        "1s@0/s..5/s,1s@5/s | 8 | 3 | 1100000000", // 2.5 starts in the ramp
        "30s@10/s,1m@..50/s | 2100 | 300 | 30000000000",
      })
  void instants_are_the_inverse_of_the_cumulative_rate(
      String stages, int count, int index, long instant) {
    long[] starts = offsets(stages);
    assertThat(starts).hasSize(count);
    assertThat(starts[index]).isEqualTo(instant);
    for (int k = 1; k < starts.length; k++) {
      assertThat(starts[k]).isGreaterThan(starts[k - 1]);
    }
  }

  @Test
  void five_thousand_a_second_do_not_bunch() {
    long[] starts = offsets("1s@5000/s");
    long[] gaps = gaps(starts);
    assertThat(Arrays.stream(gaps).min()).hasValue(200_000);
    assertThat(Arrays.stream(gaps).max()).hasValue(200_000);
    for (long millisecond = 0; millisecond < 1_000; millisecond++) {
      long begin = millisecond * 1_000_000;
      assertThat(Arrays.stream(starts).filter(t -> t >= begin && t < begin + 1_000_000).count())
          .isEqualTo(5);
    }
  }

  @Test
  void an_hour_has_no_drift() {
    PrimitiveIterator.OfLong schedule = open("1h@333/s").schedule();
    for (long k = 0; k < 3_600 * 333; k++) {
      assertThat(schedule.nextLong()).isEqualTo(k * SECOND / 333);
    }
    assertThat(schedule.hasNext()).isFalse();
    assertThatThrownBy(schedule::nextLong).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void what_64_bits_do_not_hold_is_computed_exactly_all_the_same() {
    Rate odd = Rate.parse("12345.678901/s");
    HoldInverse inverse = new HoldInverse(odd, Fraction.of(1, 3), 1_000_000_000_000L);
    // floor((10¹² − 1 − 1/3) · 10¹⁵ / 12345678901)
    assertThat(inverse.offset(999_999_999_999L)).isEqualTo(81_000_000_730_431_006L);
  }

  @Test
  void a_limit_cuts_and_zero_leaves_nothing() {
    Open seven = Open.constant(Rate.parse("2/s"), OptionalLong.of(7), Optional.empty());
    assertThat(drain(seven)).hasSize(7).endsWith(3 * SECOND);
    Optional<Duration> threeSeconds = Optional.of(Duration.ofSeconds(3));
    assertThat(drain(Open.constant(Rate.parse("2/s"), OptionalLong.of(7), threeSeconds)))
        .hasSize(6);
    assertThat(drain(Open.constant(Rate.parse("2/s"), OptionalLong.of(0), threeSeconds))).isEmpty();
    assertThat(drain(Open.constant(Rate.parse("2/s"), OptionalLong.of(0), Optional.empty())))
        .isEmpty();
    assertThat(drain(Open.constant(Rate.parse("0/s"), OptionalLong.empty(), threeSeconds)))
        .isEmpty();
  }

  @Test
  void a_poisson_seed_repeats_and_another_differs() {
    assertThat(poisson("5s@100/s", 42)).isEqualTo(poisson("5s@100/s", 42)).isSorted();
    assertThat(poisson("5s@100/s", 42)).isNotEqualTo(poisson("5s@100/s", 43));
    assertThat(drain(open("5s@100/s").with(Arrival.poisson(1)))).isNotEqualTo(offsets("5s@100/s"));
    Open ten = Open.constant(Rate.parse("2/s"), OptionalLong.of(10), Optional.empty());
    assertThat(drain(ten.with(Arrival.poisson(5)))).hasSize(10);
  }

  @Test
  void poisson_gaps_are_exponential() {
    double[] gaps =
        Arrays.stream(gaps(poisson("100s@100/s", 7))).mapToDouble(gap -> gap / 1e9).toArray();
    assertThat(gaps.length).isBetween(9_700, 10_300); // 3 standard deviations of 100
    assertThat(distance(gaps, gap -> 1 - Math.exp(-100 * gap)))
        .isLessThan(1.36 / Math.sqrt(gaps.length));
  }

  @Test
  void poisson_instants_on_a_ramp_follow_its_cumulative_rate() {
    for (String ramp : new String[] {"10s@0/s..1000/s", "10s@1000/s..0/s"}) {
      double[] instants =
          Arrays.stream(poisson(ramp, 11)).mapToDouble(t -> t / 1e10).sorted().toArray();
      boolean up = ramp.startsWith("10s@0");
      assertThat(instants.length).isBetween(4_788, 5_212);
      assertThat(distance(instants, t -> up ? t * t : 1 - (1 - t) * (1 - t)))
          .isLessThan(1.36 / Math.sqrt(instants.length));
    }
  }

  @Test
  void poisson_keeps_silence() {
    long[] starts = poisson("1s@1000/s,5s@0/s,1s@1000/s", 3);
    assertThat(Arrays.stream(starts).filter(t -> t > SECOND && t < 6 * SECOND)).isEmpty();
    assertThat(Arrays.stream(starts).filter(t -> t < SECOND).count()).isBetween(905L, 1_095L);
    assertThat(Arrays.stream(starts).filter(t -> t > 6 * SECOND).count()).isBetween(905L, 1_095L);
  }

  /** The Kolmogorov–Smirnov distance; 1.36/√n is its bound at a level of 5 %. */
  private static double distance(
      double[] sample, java.util.function.DoubleUnaryOperator distribution) {
    double[] sorted = Arrays.stream(sample).sorted().toArray();
    double distance = 0;
    for (int i = 0; i < sorted.length; i++) {
      double expected = distribution.applyAsDouble(sorted[i]);
      distance = Math.max(distance, Math.abs(expected - (double) i / sorted.length));
      distance = Math.max(distance, Math.abs((i + 1.0) / sorted.length - expected));
    }
    return distance;
  }

  private static long[] gaps(long[] starts) {
    long[] gaps = new long[starts.length - 1];
    Arrays.setAll(gaps, k -> starts[k + 1] - starts[k]);
    return gaps;
  }

  private static Open open(String stages) {
    return new Open(
        Stages.parse(stages),
        Arrival.even(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        Overflow.DROP);
  }

  private static long[] offsets(String stages) {
    return drain(open(stages));
  }

  private static long[] poisson(String stages, long seed) {
    return drain(open(stages).with(Arrival.poisson(seed)));
  }

  private static long[] drain(Open open) {
    long[] starts = new long[16];
    int count = 0;
    for (PrimitiveIterator.OfLong schedule = open.schedule(); schedule.hasNext(); ) {
      starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
      starts[count++] = schedule.nextLong();
    }
    return Arrays.copyOf(starts, count);
  }
}
