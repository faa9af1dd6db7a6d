package stress.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is said before the first connection. */
final class PreflightTest {
  private static final long PLENTY = 8L << 30;

  private static Preflight with(long descriptors, long ports, long heap) {
    return new Preflight(
        new ProcessLimits(OptionalLong.of(descriptors), OptionalLong.of(ports), heap));
  }

  @Test
  void oneDescriptorForEachEndAndSomeToSpare() {
    assertThatCode(() -> with(1_128, 28_232, PLENTY).check(1_000, 1, 1)).doesNotThrowAnyException();
    assertThatThrownBy(() -> with(1_127, 28_232, PLENTY).check(1_000, 1, 1))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("--connections 1000: needs 1128 file descriptors")
        .hasMessageContaining("may open 1127")
        .hasMessageContaining("'ulimit -n 1128'");
    assertThatThrownBy(() -> with(2_127, 28_232, PLENTY).check(1_000, 2, 1))
        .hasMessageContaining("needs 2128 file descriptors");
  }

  @Test
  void portsOfEachLocalAddress() {
    assertThatThrownBy(() -> with(100_000, 28_232, PLENTY).check(28_233, 1, 1))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("28232 ports for one target")
        .hasMessageContaining("--local-address");
    assertThatCode(() -> with(100_000, 28_232, PLENTY).check(28_233, 1, 2))
        .doesNotThrowAnyException();
  }

  @Test
  void heap() {
    assertThatThrownBy(() -> with(100_000, 28_232, 64L << 20).check(10_000, 1, 1))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("MiB of heap")
        .hasMessageContaining("-Xmx");
  }

  @Test
  void whatCannotBeReadIsNotAssumed() {
    Preflight blind =
        new Preflight(new ProcessLimits(OptionalLong.empty(), OptionalLong.empty(), PLENTY));
    assertThatCode(() -> blind.check(100_000, 2, 1)).doesNotThrowAnyException();
  }
}
