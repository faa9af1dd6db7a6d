package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import stress.measure.Distribution;

final class WholeShiftTest {
  private static final long MS = 1_000_000;

  private static Estimate factor(Distribution base, Distribution fresh, double alpha) {
    return new WholeShift(base.staircase(), fresh.staircase()).factor(alpha);
  }

  /** The median of the nine ratios of {1, 2, 4} and {3, 6, 12}: 0.75 … 12, in the middle 3. */
  @Test
  void the_estimate_is_the_median_of_all_ratios() {
    Distribution base = Distribution.of(MS, 2 * MS, 4 * MS);
    Distribution fresh = Distribution.of(3 * MS, 6 * MS, 12 * MS);
    Estimate factor = factor(base, fresh, 0.05);
    assertThat(factor.value()).isCloseTo(3, within(0.01));
    // Three against three: the test can refuse nothing at this level.
    assertThat(factor.low()).isZero();
    assertThat(factor.high()).isInfinite();
  }

  @Test
  void it_covers_the_true_factor_as_often_as_it_says() {
    Random chance = new Random(11);
    int covered = 0;
    for (int i = 0; i < 1_000; i++) {
      Estimate factor =
          factor(
              ComparedRuns.times(chance, 120, 10, 0.5),
              ComparedRuns.times(chance, 200, 13, 0.5),
              0.05);
      covered += factor.low() <= 1.3 && 1.3 <= factor.high() ? 1 : 0;
    }
    assertThat(covered).isBetween(930, 970);
  }

  @Test
  void equal_values_have_not_moved() {
    long[] same = new long[500];
    Arrays.fill(same, 300 * MS);
    Estimate factor = factor(Distribution.of(same), Distribution.of(same), 0.001);
    assertThat(factor.low()).isCloseTo(1, within(1e-6));
    assertThat(factor.value()).isCloseTo(1, within(1e-6));
    assertThat(factor.high()).isCloseTo(1, within(1e-6));
    Distribution zero = Distribution.of(new long[100]);
    assertThat(factor(zero, zero, 0.001).value()).isCloseTo(1, within(1e-6));
  }
}
