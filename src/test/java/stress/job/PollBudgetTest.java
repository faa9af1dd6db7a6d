package stress.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PollBudgetTest {
  @Test
  void withoutARateEveryLookIsSentAtOnce() {
    PollBudget budget = new PollBudget(OptionalDouble.empty());

    assertThat(budget.reserve(5)).isEqualTo(5);
    assertThat(budget.reserve(5)).isEqualTo(5);
    assertThat(budget.reserve(3)).isEqualTo(3);
  }

  @Test
  void looksAtTheSameTimeAreSpacedByTheRate() {
    PollBudget budget = new PollBudget(OptionalDouble.of(1e8));

    assertThat(budget.reserve(5)).isEqualTo(5);
    assertThat(budget.reserve(5)).isEqualTo(15);
    assertThat(budget.reserve(6)).isEqualTo(25);
    assertThat(budget.reserve(100)).isEqualTo(100);
    assertThat(budget.reserve(101)).isEqualTo(110);
  }

  @Test
  void instantsMayBeNegativeAsTheMachinesClockMay() {
    PollBudget budget = new PollBudget(OptionalDouble.of(1e8));

    assertThat(budget.reserve(-1_000)).isEqualTo(-1_000);
    assertThat(budget.reserve(-1_000)).isEqualTo(-990);
  }
}
