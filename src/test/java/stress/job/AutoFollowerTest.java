package stress.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import stress.client.ProgressEvent;
import stress.transport.FakeHttp.Reply;

class AutoFollowerTest {
  private static final PollPacing EACH_SECOND =
      new PollPacing(Duration.ofSeconds(1), OptionalDouble.empty());

  private final FollowBench bench =
      new FollowBench(call -> Reply.status(200, FollowBench.RUNNING), line -> line.opened());

  private Cancellable follow() {
    return bench.follow(
        new AutoFollower(bench.socket, bench.poll(EACH_SECOND)),
        FollowBench.job(7, Optional.empty()));
  }

  @Test
  void nothingIsAskedWhileTheSocketIsOpen() {
    follow();
    bench.time.advance(Duration.ofMinutes(1));

    assertThat(bench.http.sent()).isEmpty();
    assertThat(bench.sockets.open()).isEqualTo(1);
  }

  @Test
  void theJobIsPolledOnceItsSocketHasEnded() {
    follow();
    bench.time.advance(Duration.ofSeconds(10));
    bench.sockets.lines().get(0).closed(1006, "");
    bench.time.advance(Duration.ofMillis(1_150));

    assertThat(bench.http.lines()).containsExactly("GET /jobs/7");
    assertThat(bench.sockets.lines()).hasSize(1);
    assertThat(bench.events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("SocketOpened", "SocketEnded", "Seen");
    assertThat(((ProgressEvent.Seen) bench.events.get(2)).source())
        .isEqualTo(ProgressEvent.Source.POLL);
  }

  @Test
  void cancellingEndsBoth() {
    Cancellable onSocket = follow();
    onSocket.cancel();
    assertThat(bench.sockets.open()).isZero();

    Cancellable polling = follow();
    bench.sockets.lines().get(1).closed(1000, "");
    assertThat(bench.time.pending()).isEqualTo(1);
    polling.cancel();
    assertThat(bench.time.pending()).isZero();
  }
}
