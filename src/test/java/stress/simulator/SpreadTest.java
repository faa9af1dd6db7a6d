package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class SpreadTest {
  @Test
  void nothingHasNoQuantiles() {
    assertThat(new Spread().quantiles()).isEmpty();
  }

  @Test
  void smallValuesAreExact() {
    Spread spread = new Spread();
    LongStream.rangeClosed(1, 1000).forEach(spread::add);
    assertThat(spread.quantiles()).contains(new Quantiles(1000, 1, 500, 950, 990, 1000));
  }

  @Test
  void largeValuesAreWithinATenthOfAPercentAndNeverBelow() {
    Spread spread = new Spread();
    LongStream.rangeClosed(1, 10_000).forEach(i -> spread.add(40_000_000 + i * 2_000));
    Quantiles found = spread.quantiles().orElseThrow();
    assertThat(found.min()).isEqualTo(40_002_000);
    assertThat(found.max()).isEqualTo(60_000_000);
    assertThat(found.p50()).isCloseTo(50_000_000, Percentage.withPercentage(0.1));
    assertThat(found.p50()).isGreaterThanOrEqualTo(50_000_000);
    assertThat(found.p95()).isCloseTo(59_000_000, Percentage.withPercentage(0.1));
    assertThat(found.p99()).isCloseTo(59_800_000, within(60_000L));
  }

  @Test
  void anyLongFits() {
    Spread spread = new Spread();
    spread.add(Long.MAX_VALUE);
    spread.add(-5);
    spread.add(0);
    assertThat(spread.quantiles())
        .contains(new Quantiles(3, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
  }
}
