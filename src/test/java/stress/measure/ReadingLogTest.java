package stress.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import stress.measure.Monitored.Reading;

class ReadingLogTest {
  @Test
  void keeps_an_even_selection_of_many_readings() {
    ReadingLog log = new ReadingLog();
    for (int i = 0; i < 3_599; i++) {
      log.add(new Reading(i, i));
    }
    assertThat(log.readings()).hasSize(3_599);
    for (int i = 3_599; i < 100_000; i++) {
      log.add(new Reading(i, i));
    }
    assertThat(log.readings()).hasSizeBetween(1_500, 3_600);
    long step = log.readings().get(1).nanos();
    assertThat(step).isEqualTo(32);
    for (int i = 0; i < log.readings().size(); i++) {
      assertThat(log.readings().get(i).nanos()).isEqualTo(i * step);
    }
  }

  @Test
  void a_reading_is_a_finite_number() {
    assertThatThrownBy(() -> new Reading(0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a reading of NaN: expected a finite number");
  }
}
