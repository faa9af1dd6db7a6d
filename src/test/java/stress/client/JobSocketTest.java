package stress.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stress.clock.ManualTime;
import stress.contract.Meaning;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Phase;
import stress.transport.FakeSockets;
import stress.transport.SocketCall;
import stress.transport.TargetUrl;

class JobSocketTest {
  private final ManualTime time = new ManualTime();
  private final FakeSockets sockets = new FakeSockets(time, line -> {});
  private final List<ProgressEvent> events = new ArrayList<>();
  private boolean completed;
  private Cancellable subscription;
  private FakeSockets.Line line;

  @BeforeEach
  void follow() {
    TargetBase base =
        new TargetBase(
            TargetUrl.parse("http://h:1"),
            TargetUrl.parse("ws://u:p@push:2/ws"),
            Map.of("X-A", "1"));
    JobSocket socket =
        new JobSocket(
            SmallContracts.full().socket().orElseThrow(), sockets, base, Duration.ofSeconds(5));
    subscription =
        socket
            .follow(new JobReference("a/b", Optional.empty()))
            .subscribe()
            .with(events::add, failure -> {}, () -> completed = true);
    line = sockets.lines().get(0);
    time.advance(Duration.ofNanos(40));
  }

  private ProgressEvent only() {
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  @Test
  void theSocketIsDialledAtItsOwnBaseWithItsHeaders() {
    assertThat(line.call())
        .isEqualTo(
            new SocketCall(
                "ws://push:2/ws/jobs/a%2Fb/events",
                Map.of("Authorization", "Basic dTpw", "X-A", "1"),
                List.of(),
                List.of(),
                Duration.ofSeconds(5)));
  }

  @Test
  void messagesThatAreNotAboutAJobFollowNone() {
    SocketClient feed =
        SocketClient.of(
            SmallContracts.api("name: t\nsocket: {time: /t}"),
            sockets,
            new TargetBase(TargetUrl.parse("http://h"), TargetUrl.parse("ws://h"), Map.of()),
            Duration.ofSeconds(5),
            SocketExtras.NONE);

    assertThatThrownBy(() -> new JobSocket(feed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the contract's socket tells no job's state, expected 'frames'");
  }

  @Test
  void itsOpeningIsTold() {
    line.opened();

    assertThat(only()).isEqualTo(new ProgressEvent.SocketOpened(0, 40));
  }

  @Test
  void aFrameIsReadAsProgress() {
    line.message("{\"status\":\"RUNNING\",\"progress\":0.5,\"n\":3,\"id\":\"x\"}");

    assertThat(only())
        .isInstanceOfSatisfying(
            ProgressEvent.Seen.class,
            seen -> {
              assertThat(seen.reading().meaning()).isEqualTo(Meaning.RUNNING);
              assertThat(seen.reading().progress()).hasValue(0.5);
              assertThat(seen.reading().id()).contains("x");
              assertThat(seen.sequence()).hasValue(3);
              assertThat(seen.source()).isEqualTo(ProgressEvent.Source.FRAME);
              assertThat(seen.looked()).isEqualTo(40);
              assertThat(seen.at()).isEqualTo(40);
            });
  }

  @Test
  void anErrorFrameIsUnclear() {
    line.message("{\"fault\":\"database gone\"}");

    assertThat(only())
        .isEqualTo(
            new ProgressEvent.Unclear(
                new Submission.Failure(
                    ErrorSignature.of(Phase.SOCKET, ErrorKind.SOCKET_ERROR, "database gone"),
                    "{\"fault\":\"database gone\"}"),
                Optional.empty(),
                40,
                40));
  }

  @Test
  void aFrameThatIsNotJsonIsUnclear() {
    line.message("ping");

    assertThat(only())
        .isEqualTo(
            new ProgressEvent.Unclear(
                new Submission.Failure(
                    ErrorSignature.of(Phase.SOCKET, ErrorKind.BODY_NOT_JSON), "ping"),
                Optional.empty(),
                40,
                40));
  }

  @Test
  void aCloseEndsTheStreamWithItsCode() {
    line.opened();
    line.closed(1011, "server fault");

    assertThat(events.get(1))
        .isEqualTo(
            new ProgressEvent.SocketEnded(
                OptionalInt.of(1011),
                Optional.of(
                    new Submission.Failure(
                        ErrorSignature.of(
                            Phase.SOCKET, ErrorKind.SOCKET_CLOSED, 1011, "server fault"),
                        "a/b")),
                40));
    assertThat(completed).isTrue();
  }

  @Test
  void aRefusedUpgradeEndsTheStreamWithItsStatus() {
    line.refused(403);

    assertThat(only())
        .isEqualTo(
            new ProgressEvent.SocketEnded(
                OptionalInt.empty(),
                Optional.of(
                    new Submission.Failure(
                        ErrorSignature.of(Phase.SOCKET, ErrorKind.UPGRADE_REFUSED, 403, ""),
                        "a/b")),
                40));
    assertThat(completed).isTrue();
  }

  @Test
  void cancellingClosesTheSocket() {
    line.opened();
    assertThat(sockets.open()).isEqualTo(1);

    subscription.cancel();

    assertThat(sockets.open()).isZero();
    assertThat(completed).isFalse();
  }
}
