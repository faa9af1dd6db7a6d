package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class PriceSimulationTest {
  private static Submission asked(int runs) {
    return new Submission(
        "msft",
        LocalDate.of(2015, 1, 1),
        LocalDate.of(2016, 1, 1),
        runs,
        1000,
        "",
        Optional.empty(),
        OptionalLong.empty());
  }

  @Test
  void theMeanAndMedianAreThoseOfTheMotion() {
    double years = 261 / 252.0;
    SimulationResult result = PriceSimulation.whole(asked(10_000), 4).result();
    assertThat(result.mean()).isCloseTo(1000 * Math.exp(0.21 * years), within(8.0));
    double median = 1000 * Math.exp((0.21 - 0.21 * 0.21 / 2) * years);
    assertThat(result.p50()).isCloseTo(median, within(12.0));
    double p5 = median * Math.exp(-1.6449 * 0.21 * Math.sqrt(years));
    assertThat(result.p5()).isCloseTo(p5, within(15.0));
    assertThat(result.valueAtRisk95()).isEqualTo(1000 - result.p5());
    assertThat(result.runs()).isEqualTo(10_000);
    assertThat(result.steps()).isEqualTo(261);
  }

  @Test
  void slicesFindTheSame() {
    PriceSimulation sliced = PriceSimulation.whole(asked(1000), 4);
    while (sliced.advance(77)) {
      assertThat(sliced.done()).isLessThan(1000);
    }
    assertThat(sliced.result()).isEqualTo(PriceSimulation.whole(asked(1000), 4).result());
  }

  @Test
  void boundedIsBounded() {
    SimulationResult result = PriceSimulation.bounded(asked(10_000), 4).result();
    assertThat(result.runs()).isEqualTo(200);
    assertThat(result.steps()).isEqualTo(50);
    assertThat(PriceSimulation.bounded(asked(3), 4).result().runs()).isEqualTo(3);
  }

  @Test
  void businessDays() {
    LocalDate monday = LocalDate.of(2015, 1, 5);
    assertThat(Market.businessDays(monday, monday.plusDays(7))).isEqualTo(5);
    assertThat(Market.businessDays(monday, monday.plusDays(5))).isEqualTo(5);
    assertThat(Market.businessDays(monday.plusDays(3), monday.plusDays(8))).isEqualTo(3);
    assertThat(Market.businessDays(monday.plusDays(5), monday.plusDays(6))).isEqualTo(1);
  }
}
