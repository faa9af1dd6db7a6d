package stress.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What systems and monitors told several generators, as one. */
class WatchedMergeTest {
  private static Monitored cpu(String source, Monitored.Reading... readings) {
    return new Monitored(
        source, Monitored.Kind.CPU, "cpu", OptionalDouble.of(2), List.of(readings));
  }

  private static Shifted part(long shiftNanos, Monitored... levels) {
    ScenarioResult good = SampleRuns.good().scenarios().get(0);
    return new Shifted(SampleWatched.monitored(good, List.of(levels)), shiftNanos);
  }

  @Test
  void readingsOfTheSameLevelStandInTheOrderOfTheWallClock() {
    List<Monitored> merged =
        MonitoredMerge.of(
            List.of(
                part(0, cpu("a", new Monitored.Reading(10, 0.5), new Monitored.Reading(20, 0.7))),
                part(5, cpu("a", new Monitored.Reading(10, 0.6)), cpu("b"))));
    assertThat(merged)
        .containsExactly(
            cpu(
                "a",
                new Monitored.Reading(10, 0.5),
                new Monitored.Reading(15, 0.6),
                new Monitored.Reading(20, 0.7)),
            cpu("b"));
  }

  @Test
  void noMoreReadingsAreKeptThanOfOneRun() {
    Monitored.Reading[] hour = new Monitored.Reading[3_600];
    for (int i = 0; i < hour.length; i++) {
      hour[i] = new Monitored.Reading(i, i);
    }
    Monitored merged =
        MonitoredMerge.of(List.of(part(0, cpu("a", hour)), part(0, cpu("a", hour)))).get(0);
    assertThat(merged.readings()).hasSize(3_600);
    assertThat(merged.values()[3_599]).isEqualTo(3_599);
  }

  @Test
  void quotasAddUpAndTheScarcestIsShown() {
    OwnHost one = SampleWatched.host(0.5, 100, 10);
    OwnHost other =
        new OwnHost(
            Optional.of(new CpuQuota(1.5, 200, 5, 7)),
            OptionalLong.of(1),
            OptionalLong.of(99_000_000),
            OptionalLong.empty(),
            OptionalLong.of(3),
            Optional.of(new Usage(1_000, OptionalLong.of(1_024))),
            Optional.empty());
    OwnHost merged = HostMerge.of(List.of(one, other));
    assertThat(merged.quota())
        .contains(new CpuQuota(2, 300, 15, one.quota().get().throttledNanos() + 7));
    assertThat(merged.rssPeakBytes()).hasValue(180L << 20);
    assertThat(merged.gcLongestNanos()).hasValue(99_000_000);
    assertThat(merged.waitedNanos()).isEqualTo(one.waitedNanos());
    assertThat(merged.stolenNanos()).hasValue(3);
    assertThat(merged.descriptors()).contains(new Usage(1_000, OptionalLong.of(1_024)));
    assertThat(merged.ports()).isEqualTo(one.ports());
    assertThat(HostMerge.of(List.of(one, OwnHost.UNKNOWN)).quota()).isEmpty();
  }
}
