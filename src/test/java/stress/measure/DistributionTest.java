package stress.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
  private static final long MS = 1_000_000;
  private static final Percentage RESOLUTION = Percentage.withPercentage(0.1);

  /** 1 ms, 2 ms … n ms. */
  private static Distribution upTo(int n) {
    return Distribution.of(LongStream.rangeClosed(1, n).map(i -> i * MS).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "100, 50, 50",
    "100, 99, 99",
    "100, 99.1, 100",
    "100, 1, 1",
    "100, 1.1, 2",
    "99, 99, 99",
    "20, 95, 19",
    "20, 99, 20",
    "19, 95, 19",
    "3, 50, 2",
    "4, 50, 2",
    "1000, 99.9, 999",
  })
  void a_percentile_is_the_value_of_rank_ceil(int n, double percent, long millis) {
    assertThat(upTo(n).percentile(percent)).isCloseTo(millis * MS, RESOLUTION);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 1, 50, 99.9, 99.999, 100})
  void one_sample_is_every_percentile(double percent) {
    assertThat(Distribution.of(298 * MS).percentile(percent)).isCloseTo(298 * MS, RESOLUTION);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 300, 511, 512, 1023})
  void what_is_below_the_unit_reads_back_the_same(long nanos) {
    Distribution distribution = Distribution.of(nanos);
    Distribution again = Distribution.decode(distribution.encode());
    assertThat(again).isEqualTo(distribution).hasSameHashCodeAs(distribution);
    assertThat(again.max()).isEqualTo(distribution.max()).isEqualTo(nanos | 511);
    assertThat(again.min()).isEqualTo(distribution.min());
    assertThat(again.percentile(99)).isEqualTo(distribution.percentile(99));
  }

  @Test
  void zero_is_the_minimum_and_a_hundred_the_maximum() {
    Distribution distribution = upTo(7);
    assertThat(distribution.percentile(0)).isEqualTo(distribution.min());
    assertThat(distribution.min()).isCloseTo(MS, RESOLUTION);
    assertThat(distribution.percentile(100)).isEqualTo(distribution.max());
    assertThat(distribution.max()).isCloseTo(7 * MS, RESOLUTION);
    assertThat(distribution.mean()).isCloseTo(4e6, Percentage.withPercentage(0.1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 101, Double.NaN, Double.POSITIVE_INFINITY})
  void other_percentiles_are_refused(double percent) {
    assertThatThrownBy(() -> upTo(3).percentile(percent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("percentile " + percent + ": expected a number from 0 to 100");
  }

  @Test
  void nothing_has_no_values() {
    assertThat(Distribution.EMPTY.count()).isZero();
    assertThatThrownBy(() -> Distribution.EMPTY.percentile(50))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Distribution.EMPTY.percentile(0))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(Distribution.EMPTY::mean).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_few_slow_ones_among_many_are_not_averaged_away() {
    long[] samples = new long[15_010];
    Arrays.fill(samples, 5 * MS);
    Arrays.fill(samples, 15_000, 15_010, 3_000 * MS);
    Distribution distribution = Distribution.of(samples);
    assertThat(distribution.percentile(99)).isCloseTo(5 * MS, RESOLUTION);
    assertThat(distribution.percentile(99.9)).isCloseTo(5 * MS, RESOLUTION);
    assertThat(distribution.percentile(99.99)).isCloseTo(3_000 * MS, RESOLUTION);
    assertThat(distribution.max()).isCloseTo(3_000 * MS, RESOLUTION);
    assertThat(distribution.mean()).isCloseTo(6.995e6, within(1e4));
  }

  @Test
  void a_twentieth_of_slow_ones_is_the_p95() {
    long[] samples = new long[102];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i < 96 ? i * 7 * MS / 95 : 1_502 * MS;
    }
    Distribution distribution = Distribution.of(samples);
    assertThat(distribution.percentile(94)).isCloseTo(7 * MS, RESOLUTION);
    assertThat(distribution.percentile(95)).isGreaterThanOrEqualTo(1_502 * MS);
    assertThat(distribution.percentile(95)).isCloseTo(1_502 * MS, RESOLUTION);
  }

  @Test
  void more_samples_than_an_int_can_count() {
    Histogram histogram = Distribution.newHistogram();
    histogram.recordValueWithCount(5 * MS, (1L << 31) + 5);
    histogram.recordValueWithCount(3_000 * MS, 5);
    Distribution distribution = Distribution.owning(histogram);
    long n = (1L << 31) + 10;
    assertThat(distribution.count()).isEqualTo(n).isEqualTo(2_147_483_658L);
    assertThat(distribution.percentile(99.999)).isCloseTo(5 * MS, RESOLUTION);
    assertThat(distribution.ofRank(n - 5)).isCloseTo(5 * MS, RESOLUTION);
    assertThat(distribution.ofRank(n - 4)).isCloseTo(3_000 * MS, RESOLUTION);
    assertThat(distribution.percentile(100)).isEqualTo(distribution.max());
    assertThat(Distribution.decode(distribution.encode())).isEqualTo(distribution);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 95, 19",
    "20, 99, 20",
    "1000, 99.9, 999",
    "100000, 99.999, 99999",
    "99999, 99.999, 99999",
    "1, 0.001, 1",
    "9007199254740993, 100, 9007199254740993",
    "9000000000000000, 99.999999999, 8999999999910000",
  })
  void a_rank_is_exact(long n, BigDecimal percent, long rank) {
    Histogram histogram = Distribution.newHistogram();
    histogram.recordValueWithCount(MS, n);
    assertThat(Distribution.owning(histogram).rank(percent)).isEqualTo(rank);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 8, -1})
  void a_rank_is_one_of_the_samples(long rank) {
    assertThatThrownBy(() -> upTo(7).ofRank(rank))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rank " + rank + ": expected a number from 1 to 7");
  }

  @ParameterizedTest
  @CsvSource({
    "200000000, 200000000, true",
    "200000000, 200010000, true",
    "200000000, 200400000, false",
    "1500000000, 1502000000, false",
    "0, 511, true",
  })
  void durations_of_one_class_cannot_be_told_apart(long one, long other, boolean same) {
    assertThat(Distribution.sameClass(one, other)).isEqualTo(same);
  }

  @Test
  void the_text_form_reads_back_equal() {
    Distribution wide =
        Distribution.of(
            0, 1, 999, 1_000, 123_456, 5 * MS, 5 * MS, 3_000 * MS, Distribution.GREATEST);
    for (Distribution distribution : new Distribution[] {Distribution.EMPTY, upTo(5_000), wide}) {
      Distribution read = Distribution.decode(distribution.encode());
      assertThat(read).isEqualTo(distribution);
      assertThat(read.encode()).isEqualTo(distribution.encode());
    }
    Distribution read = Distribution.decode(wide.encode());
    assertThat(read.min()).isEqualTo(wide.min());
    assertThat(read.max()).isEqualTo(wide.max());
    assertThat(read.mean()).isEqualTo(wide.mean());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HISTF", "no base64 !", "AAAA", "HISTFAAAAAB4nA=="})
  void other_text_is_refused(String text) {
    assertThatThrownBy(() -> Distribution.decode(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not an HdrHistogram");
  }

  @Test
  void a_hostile_histogram_is_refused_before_it_takes_memory() {
    byte[] bytes = Base64.getDecoder().decode(upTo(10).encode());
    ByteBuffer.wrap(bytes).putInt(4, Integer.MAX_VALUE);
    String lying = Base64.getEncoder().encodeToString(bytes);
    assertThatThrownBy(() -> Distribution.decode(lying))
        .isInstanceOf(IllegalArgumentException.class);
    String bomb = HistogramTexts.compressed(new byte[50_000_000]);
    assertThatThrownBy(() -> Distribution.decode(bomb))
        .isInstanceOf(IllegalArgumentException.class);
    // -2^62 zeros, then a count: an index far outside.
    String far = HistogramTexts.of(1_000, 86_400_000_000_000L, 3, -(1L << 62), 1);
    assertThatThrownBy(() -> Distribution.decode(far)).isInstanceOf(IllegalArgumentException.class);
    String many = HistogramTexts.of(1_000, 86_400_000_000_000L, 3, Long.MAX_VALUE, Long.MAX_VALUE);
    assertThatThrownBy(() -> Distribution.decode(many))
        .isInstanceOf(IllegalArgumentException.class);
    String precise = HistogramTexts.of(1, Long.MAX_VALUE, 5, 1);
    assertThatThrownBy(() -> Distribution.decode(precise))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Distribution.decode(HistogramTexts.of(1_000, 86_400_000_000_000L, 3, -4, 2)))
        .isEqualTo(Distribution.of(2_048, 2_048));
  }
}
