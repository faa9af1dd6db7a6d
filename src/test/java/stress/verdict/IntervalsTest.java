package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.measure.Distribution;
import stress.measure.Window;

/** The intervals against tables, and their coverage by simulation with a seed. */
class IntervalsTest {
  private static final int REPEATS = 5_000;

  @ParameterizedTest
  @CsvSource({
    // The classic table of the median's interval; and p95, p99 by the binomial distribution.
    "10, 50, 2, 9",
    "20, 50, 6, 15",
    "100, 50, 40, 61",
    "20, 95, 17, –",
    "71, 95, 63, –",
    "72, 95, 64, 72",
    "73, 95, 65, 73",
    "102, 95, 92, 102",
    "1000, 95, 936, 964",
    "20, 99, 19, –",
    "1000, 99, 983, 997",
    "1, 50, –, –",
    "5, 50, –, –",
    "6, 50, 1, 6",
  })
  void ranks_of_a_percentile(long n, BigDecimal percent, String lower, String upper) {
    OrderStatistics.Ranks ranks = OrderStatistics.ranks(n, percent);
    assertThat(ranks.lower().isPresent() ? "" + ranks.lower().getAsLong() : "–").isEqualTo(lower);
    assertThat(ranks.upper().isPresent() ? "" + ranks.upper().getAsLong() : "–").isEqualTo(upper);
  }

  @Test
  void ranks_beyond_what_an_int_counts() {
    long n = (1L << 31) + 5;
    OrderStatistics.Ranks ranks = OrderStatistics.ranks(n, BigDecimal.valueOf(50));
    // ± 1.96 √n / 2 about the middle.
    assertThat(ranks.lower().getAsLong()).isCloseTo(1_073_741_826L - 45_413, within(3L));
    assertThat(ranks.upper().getAsLong()).isCloseTo(1_073_741_827L + 45_413, within(3L));
  }

  @ParameterizedTest
  @CsvSource({"50, 6", "90, 36", "95, 72", "99, 368", "99.9, 3688"})
  void samples_for_an_upper_limit(BigDecimal percent, long least) {
    assertThat(OrderStatistics.leastForUpperLimit(percent)).isEqualTo(least);
    assertThat(OrderStatistics.ranks(least, percent).upper()).hasValue(least);
    assertThat(OrderStatistics.ranks(least - 1, percent).upper()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 30.8498", // Clopper and Pearson's own kind of table
    "1, 10, 0.2529, 44.5016",
    "5, 10, 18.7086, 81.2914",
    "10, 10, 69.1502, 100",
    "50, 50, 92.8878, 100",
    "99, 100, 94.5541, 99.9747",
    "0, 1, 0, 97.5",
  })
  void limits_of_a_share(long part, long whole, double low, double high) {
    Limits limits = ClopperPearson.of(new Share(part, whole));
    assertThat(limits.low().orElseThrow().doubleValue()).isCloseTo(low, within(1e-4));
    assertThat(limits.high().orElseThrow().doubleValue()).isCloseTo(high, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 3.6889", "1, 0.0253, 5.5716", "10, 4.7954, 18.3904", "100, 81.3637, 121.6271"})
  void limits_of_a_rate(long events, double low, double high) {
    Limits limits = PoissonRate.of(events, new Window(0, 2_000_000_000L));
    assertThat(limits.low().orElseThrow().doubleValue() * 2).isCloseTo(low, within(1e-3));
    assertThat(limits.high().orElseThrow().doubleValue() * 2).isCloseTo(high, within(1e-3));
  }

  /**
   * The number of samples is such that no rank falls far to the safe side: there the exact interval
   * covers 95.0 to 95.6 %. For fewer samples it covers more, never less.
   */
  @ParameterizedTest
  @CsvSource({"1000, 50", "1000, 95", "5000, 99"})
  void a_percentile_s_interval_holds_the_truth_95_times_in_100(int n, double percent) {
    Random random = new Random(20_260_131);
    BigDecimal p = BigDecimal.valueOf(percent);
    OrderStatistics.Ranks ranks = OrderStatistics.ranks(n, p);
    long low = ranks.lower().getAsLong();
    long high = ranks.upper().getAsLong();
    int covered = 0;
    for (int i = 0; i < REPEATS; i++) {
      // Of n samples spread evenly from 0 to 1; the true quantile is p itself.
      int below = binomial(random, n, percent / 100);
      boolean sampleOfRankLowIsBelow = below >= low;
      boolean sampleOfRankHighIsNot = below < high;
      covered += sampleOfRankLowIsBelow && sampleOfRankHighIsNot ? 1 : 0;
    }
    assertThat(covered / (double) REPEATS).isBetween(0.94, 0.96);
  }

  @Test
  void the_histogram_s_classes_take_nothing_from_the_coverage() {
    Random random = new Random(7);
    double truth = -Math.log(0.05) * 1e8;
    int covered = 0;
    for (int i = 0; i < 1_000; i++) {
      long[] samples = new long[1_000];
      for (int k = 0; k < samples.length; k++) {
        samples[k] = (long) (-Math.log(1 - random.nextDouble()) * 1e8);
      }
      Limits limits =
          OrderStatistics.of(Distribution.of(samples), BigDecimal.valueOf(95)).orElseThrow();
      covered +=
          limits.low().orElseThrow().doubleValue() <= truth
                  && truth <= limits.high().orElseThrow().doubleValue()
              ? 1
              : 0;
    }
    assertThat(covered / 1_000.0).isBetween(0.935, 0.97);
  }

  @ParameterizedTest
  @CsvSource({"2000, 0.5", "2000, 0.9", "10000, 0.99"})
  void a_share_s_interval_holds_the_truth_95_times_in_100(int n, double truth) {
    Random random = new Random(42);
    // Every possible share is asked for once, not once a repeat.
    byte[] holds = new byte[n + 1];
    int covered = 0;
    for (int i = 0; i < REPEATS; i++) {
      int part = binomial(random, n, truth);
      if (holds[part] == 0) {
        holds[part] = (byte) (holds(part, n, truth) ? 1 : 2);
      }
      covered += holds[part] == 1 ? 1 : 0;
    }
    assertThat(covered / (double) REPEATS).isBetween(0.94, 0.96);
  }

  @Test
  void of_few_a_share_s_interval_is_on_the_safe_side() {
    for (int n : new int[] {5, 20, 50}) {
      for (double truth : new double[] {0.5, 0.9, 0.99}) {
        double covered = 0;
        for (int k = 0; k <= n; k++) {
          covered += holds(k, n, truth) ? probability(k, n, truth) : 0;
        }
        assertThat(covered).as(n + " of " + truth).isGreaterThanOrEqualTo(0.95);
      }
    }
  }

  private static boolean holds(int part, int n, double truth) {
    Limits limits = ClopperPearson.of(new Share(part, n));
    return limits.low().orElseThrow().doubleValue() <= 100 * truth
        && 100 * truth <= limits.high().orElseThrow().doubleValue();
  }

  private static double probability(int k, int n, double p) {
    double log = k * Math.log(p) + (n - k) * Math.log(1 - p);
    for (int i = 1; i <= k; i++) {
      log += Math.log(n - k + i) - Math.log(i);
    }
    return Math.exp(log);
  }

  private static int binomial(Random random, int n, double p) {
    int part = 0;
    for (int i = 0; i < n; i++) {
      part += random.nextDouble() < p ? 1 : 0;
    }
    return part;
  }
}
