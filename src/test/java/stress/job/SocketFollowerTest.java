package stress.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import stress.client.ProgressEvent;
import stress.transport.FakeHttp.Reply;
import stress.transport.FakeSockets.Line;

class SocketFollowerTest {
  private final List<Consumer<Line>> scripts = new ArrayList<>();
  private final FollowBench bench =
      new FollowBench(
          call -> Reply.never(),
          line ->
              (scripts.isEmpty() ? (Consumer<Line>) Line::opened : scripts.remove(0)).accept(line));

  private Cancellable follow() {
    return bench.follow(
        new SocketFollower(bench.socket, bench.time, bench.waits),
        FollowBench.job(7, Optional.empty()));
  }

  private List<Long> dialledMillis() {
    return bench.sockets.lines().stream().map(line -> line.dialled() / 1_000_000).toList();
  }

  @Test
  void aJobIsFollowedByTheFramesOfItsSocket() {
    follow();
    bench.sockets.lines().get(0).message(FollowBench.RUNNING);
    bench.time.advance(Duration.ofMinutes(1));

    assertThat(bench.events).hasSize(2);
    assertThat(bench.events.get(0)).isInstanceOf(ProgressEvent.SocketOpened.class);
    assertThat(bench.events.get(1)).isInstanceOf(ProgressEvent.Seen.class);
    assertThat(bench.sockets.lines()).hasSize(1);
    assertThat(bench.http.sent()).isEmpty();
  }

  @Test
  void aSocketThatEndsIsOpenedAgainLaterEachTime() {
    for (int i = 0; i < 8; i++) {
      scripts.add(i % 2 == 0 ? line -> line.refused(503) : line -> line.closed(1011, ""));
    }
    follow();

    bench.time.advance(Duration.ofMinutes(1));

    assertThat(dialledMillis())
        .containsExactly(0L, 200L, 600L, 1_400L, 3_000L, 6_200L, 12_600L, 19_000L, 25_400L);
    assertThat(bench.events)
        .filteredOn(event -> event instanceof ProgressEvent.SocketEnded)
        .hasSize(8);
    assertThat(bench.sockets.open()).isEqualTo(1);
  }

  @Test
  void cancellingClosesTheSocketAndEndsThePause() {
    Cancellable open = follow();
    open.cancel();
    assertThat(bench.sockets.open()).isZero();

    scripts.add(line -> line.refused(503));
    Cancellable pausing = follow();
    assertThat(bench.time.pending()).isEqualTo(1);
    pausing.cancel();
    assertThat(bench.time.pending()).isZero();
    bench.time.advance(Duration.ofMinutes(1));
    assertThat(bench.sockets.lines()).hasSize(2);
  }
}
