package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class SocketTallyTest {
  private final SocketTally tally = new SocketTally();

  @Test
  void oneRecordASocketAndTotalsByKind() {
    SocketTally.Entry echo = tally.opened(SocketKind.ECHO, "/echo", 10);
    SocketTally.Entry progress = tally.opened(SocketKind.PROGRESS, "j0", 20);
    tally.received(echo, 3);
    tally.sent(echo, 4);
    tally.sent(progress, 100);
    tally.clientCloses(echo, OptionalInt.empty());
    tally.serverCloses(echo, 1000);
    tally.gone(echo, 30);
    tally.gone(echo, 40);
    SocketTruth truth = tally.truth();
    assertThat(truth.latest())
        .containsExactly(
            new SocketRecord(
                SocketKind.ECHO,
                "/echo",
                10,
                OptionalLong.of(30),
                1,
                4,
                1,
                3,
                OptionalInt.empty(),
                Optional.of(SocketEnder.CLIENT)),
            new SocketRecord(
                SocketKind.PROGRESS,
                "j0",
                20,
                OptionalLong.empty(),
                1,
                100,
                0,
                0,
                OptionalInt.empty(),
                Optional.empty()));
    assertThat(truth.of(SocketKind.ECHO))
        .isEqualTo(new SocketTotals(1, 0, 0, 1, 4, 1, 3, Map.of(), Map.of(1005, 1L)));
    assertThat(truth.opened()).isEqualTo(1);
    assertThat(truth.framesSent()).isEqualTo(1);
  }

  @Test
  void endsAreAttributed() {
    SocketTally.Entry closed = tally.opened(SocketKind.PUSH, "/push", 0);
    tally.serverCloses(closed, 1011);
    tally.clientCloses(closed, OptionalInt.of(1000));
    tally.gone(closed, 1);
    SocketTally.Entry dropped = tally.opened(SocketKind.PUSH, "/push", 0);
    tally.serverDrops(dropped);
    tally.gone(dropped, 1);
    SocketTally.Entry vanished = tally.opened(SocketKind.PUSH, "/push", 0);
    tally.gone(vanished, 1);
    SocketTruth truth = tally.truth();
    assertThat(truth.latest().stream().map(each -> each.endedBy().orElseThrow()))
        .containsExactly(SocketEnder.SERVER, SocketEnder.NOBODY, SocketEnder.NOBODY);
    assertThat(truth.latest().get(0).closeCode()).hasValue(1011);
    assertThat(truth.of(SocketKind.PUSH).closedByServer()).isEqualTo(Map.of(1011, 1L));
    assertThat(truth.of(SocketKind.PUSH).closedByClient()).isEqualTo(Map.of(1006, 1L));
  }

  @Test
  void recordsAreBoundedAndTheOldestGoFirst() {
    for (int i = 0; i < SocketTally.KEPT + 7; i++) {
      tally.opened(SocketKind.ECHO, "/echo", i);
    }
    SocketTruth truth = tally.truth();
    assertThat(truth.latest()).hasSize(20_000);
    assertThat(truth.latest().get(0).openedNanos()).isEqualTo(7);
    assertThat(truth.forgotten()).isEqualTo(7);
    assertThat(truth.of(SocketKind.ECHO).opened()).isEqualTo(20_007);
  }
}
