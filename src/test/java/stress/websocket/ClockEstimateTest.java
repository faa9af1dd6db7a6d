package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stress.measure.ClockOffset;

class ClockEstimateTest {
  private final ClockEstimate estimate = new ClockEstimate();

  @Test
  void withoutAnExchangeNothingIsKnown() {
    assertThat(estimate.nanos()).isEmpty();
    assertThat(estimate.offset()).isEmpty();
  }

  @Test
  void aStampBetweenTwoInstantsBoundsTheOffset() {
    // made at some time of ours between 100 and 140; the target called it 2_110
    estimate.exchange(2_110, 0, 100, 140);

    // if made at 100 the target is 2_010 ahead, if made at 140 it is 1_970 ahead
    assertThat(estimate.offset()).contains(new ClockOffset(1_990, 20, 1, true));
    assertThat(estimate.nanos()).hasValue(1_990);
  }

  @Test
  void aTargetBehindHasANegativeOffset() {
    estimate.exchange(-1_880, 0, 100, 140);

    assertThat(estimate.offset()).contains(new ClockOffset(-2_000, 20, 1, true));
  }

  @Test
  void whatTheStampCutOffWidensUpwardsOnly() {
    estimate.exchange(2_000, 999, 2_400, 2_600);

    // between -600 and 2_999 - 2_400 = 599; half of an odd width is rounded up
    assertThat(estimate.offset()).contains(new ClockOffset(-1, 600, 1, true));
  }

  @Test
  void everyExchangeCutsDownWhatIsAllowed() {
    estimate.exchange(1_000, 0, 900, 1_200); // -200 … 100
    estimate.exchange(5_000, 0, 4_950, 5_500); // -500 … 50
    estimate.exchange(9_000, 0, 8_000, 9_010); // -10 … 1_000

    assertThat(estimate.offset()).contains(new ClockOffset(20, 30, 3, true));
  }

  @Test
  void aContradictionBeginsAnewAndIsTold() {
    estimate.exchange(1_000, 0, 900, 1_200); // -200 … 100
    estimate.exchange(1_000, 0, 950, 1_100); // -100 … 50
    estimate.exchange(7_000, 0, 1_990, 2_000); // 5_000 … 5_010
    assertThat(estimate.offset()).contains(new ClockOffset(5_005, 5, 1, false));

    estimate.exchange(7_000, 0, 1_994, 2_400); // 4_600 … 5_006
    assertThat(estimate.offset()).contains(new ClockOffset(5_003, 3, 2, false));
  }

  @Test
  void aContradictionDownwardsToo() {
    estimate.exchange(7_000, 0, 1_990, 2_000); // 5_000 … 5_010
    estimate.exchange(1_000, 0, 900, 1_200); // -200 … 100

    assertThat(estimate.offset()).contains(new ClockOffset(-50, 150, 1, false));
  }

  @Test
  void boundsThatTouchAgree() {
    estimate.exchange(1_000, 0, 900, 1_000); // 0 … 100
    estimate.exchange(1_100, 0, 900, 1_000); // 100 … 200

    assertThat(estimate.offset()).contains(new ClockOffset(100, 0, 2, true));
  }
}
