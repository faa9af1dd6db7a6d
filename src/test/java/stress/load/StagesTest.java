package stress.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest {
  private static final Rate TEN = Rate.parse("10/s");
  private static final Rate FIFTY = Rate.parse("50/s");

  @Test
  void reads_held_rates_and_ramps() {
    assertThat(Stages.parse("30s@10/s, 1m@..50/s,500ms@50/s..10/s,5@0.5/s..1.5/s"))
        .containsExactly(
            Stage.hold(Duration.ofSeconds(30), TEN),
            Stage.ramp(Duration.ofMinutes(1), TEN, FIFTY),
            Stage.ramp(Duration.ofMillis(500), FIFTY, TEN),
            Stage.ramp(Duration.ofSeconds(5), Rate.parse("0.5/s"), Rate.parse("1.5/s")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | stage 1 (''): expected DURATION@RATE, DURATION@RATE..RATE or DURATION@..RATE",
        "30s@10/s,50/s | stage 2 ('50/s'): expected DURATION@RATE",
        "30s@10/s, | stage 2 (''): expected DURATION@RATE",
        "30s@10/s,x@50/s | stage 2 ('x@50/s'): 'x' is not a duration such as 30 (seconds)",
        "30s@10 | stage 1 ('30s@10'): '10' is not a rate: expected COUNT/UNIT such as 50/s",
        "30s@10/s.. | stage 1 ('30s@10/s..'): '' is not a rate",
        "30s@..50/s | stage 1 ('30s@..50/s'): the first stage has no stage before it to ramp from",
        "0s@10/s | stage 1 ('0s@10/s'): a stage of 0ns is too short: expected a duration above 0s",
      })
  void names_the_stage_that_is_wrong_and_what_was_expected(String text, String message) {
    assertThatThrownBy(() -> Stages.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void a_stage_without_end_is_flat_and_not_silent() {
    assertThatThrownBy(() -> new Stage(Optional.empty(), TEN, FIFTY))
        .hasMessage("a ramp from 10/s to 50/s needs a duration");
    assertThatThrownBy(() -> Stage.endless(Rate.parse("0/s")))
        .hasMessage("a stage at 0/s needs a duration, or it would be silent for ever");
  }
}
