package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServiceTimeTest {
  private static double[] millis(String text) {
    ServiceTime time = ServiceTime.parse(text);
    return LongStream.range(0, 20_000)
        .mapToDouble(index -> time.nanos(3, index).orElseThrow() / 1e6)
        .sorted()
        .toArray();
  }

  private static double mean(double[] values) {
    return LongStream.range(0, values.length).mapToDouble(i -> values[(int) i]).average().orElse(0);
  }

  @Test
  void constant() {
    assertThat(millis("250ms")).containsOnly(250);
  }

  @Test
  void uniform() {
    double[] values = millis("uniform(100ms,300ms)");
    assertThat(values[0]).isBetween(100.0, 100.5);
    assertThat(values[19_999]).isBetween(299.5, 300.0);
    assertThat(mean(values)).isCloseTo(200, within(2.0));
  }

  @Test
  void exponential() {
    double[] values = millis("exponential(200ms)");
    assertThat(mean(values)).isCloseTo(200, within(5.0));
    assertThat(values[10_000]).isCloseTo(200 * Math.log(2), within(5.0));
  }

  @Test
  void lognormalHasThatMedianAndSigma() {
    double[] values = millis("lognormal(300ms, 0.5)");
    assertThat(values[10_000]).isCloseTo(300, within(6.0));
    assertThat(Math.log(values[16_827] / values[10_000])).isCloseTo(0.5, within(0.02));
  }

  @Test
  void aPureFunctionOfSeedAndIndex() {
    ServiceTime time = ServiceTime.parse("lognormal(300ms,0.5)");
    assertThat(time.nanos(1, 5)).isEqualTo(time.nanos(1, 5));
    assertThat(time.nanos(1, 5)).isNotEqualTo(time.nanos(2, 5));
    assertThat(time.nanos(1, 5)).isNotEqualTo(time.nanos(1, 6));
    assertThat(ServiceTime.parse("compute").nanos(1, 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "soon|'soon' is not a duration",
        "normal(1s,1s)|'normal' is not a distribution",
        "uniform(1s)|it has 1 parts",
        "uniform(2s,1s)|the low end is above the high end",
        "uniform(a,1s)|'a' is not a duration",
        "lognormal(1s,x)|'x' is not a number",
        "lognormal(1s,-1)|out of range",
        "lognormal(1s,NaN)|out of range",
        "exponential()|'' is not a duration",
      })
  void errorsNameTheWrongPart(String text, String what) {
    assertThatThrownBy(() -> ServiceTime.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("job time '" + text + "'")
        .hasMessageContaining(what)
        .hasMessageContaining("expected");
  }
}
