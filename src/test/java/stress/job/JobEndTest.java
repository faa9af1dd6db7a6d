package stress.job;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.job.FakeJobs.life;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stress.client.JobReference;
import stress.contract.Meaning;
import stress.job.FakeJobs.Forgotten;
import stress.job.FakeJobs.NoJob;
import stress.load.Batched;
import stress.load.LoadModel;
import stress.load.Open;
import stress.load.Rate;
import stress.measure.Counter;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.Identity;
import stress.measure.IdentityFinding;
import stress.measure.Window;
import stress.transport.FakeHttp.Reply;
import stress.transport.FakeSockets;

/** How followed jobs come to their end, and that nothing of them is left. */
class JobEndTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final LoadModel ONE = new Batched(1, 1, Duration.ZERO);
  private static final String NOTHING_LEFT = "0 calls, 0 sockets, 0 timers";

  private static LoadModel open(int perSecond, long starts) {
    return Open.constant(Rate.parse(perSecond + "/s"), OptionalLong.of(starts), Optional.empty());
  }

  private static List<ErrorKind> errors(PipelineBench bench) {
    return bench.ledger.errors().entries().stream().map(e -> e.signature().kind()).toList();
  }

  @Test
  void eachTerminalWordHasItsCounter() {
    List<String> words = List.of("done", "failed", "cancelled", "late");
    PipelineBench bench =
        new PipelineBench(i -> life(0, 100, words.get((int) i))).poll(open(10, 4), MINUTE);
    bench.time.advance(MINUTE);

    assertThat(bench.counted(Counter.SUCCEEDED)).isEqualTo(1);
    assertThat(bench.counted(Counter.FAILED)).isEqualTo(1);
    assertThat(bench.counted(Counter.CANCELLED_BY_TARGET)).isEqualTo(1);
    assertThat(bench.counted(Counter.TIMED_OUT_BY_TARGET)).isEqualTo(1);
    assertThat(errors(bench))
        .containsExactlyInAnyOrder(
            ErrorKind.JOB_FAILED, ErrorKind.JOB_CANCELLED, ErrorKind.JOB_TIMED_OUT);
  }

  @Test
  void aForgottenJobIsLost() {
    PipelineBench bench = new PipelineBench(i -> new Forgotten()).poll(ONE, MINUTE);
    bench.time.advance(MINUTE);

    assertThat(bench.counted(Counter.LOST)).isEqualTo(1);
    assertThat(errors(bench)).containsExactly(ErrorKind.JOB_LOST);
    assertThat(bench.pipeline.left()).isEmpty();
    assertThat(bench.unaccounted()).isZero();
  }

  @ParameterizedTest
  @EnumSource(FollowMode.class)
  void aJobIsCutExactlyItsTimeoutAfterItsAcceptance(FollowMode mode) {
    PipelineBench bench = new PipelineBench(i -> life(0, 3_600_000, "done"));
    bench.follow(ONE, mode, PipelineBench.OFTEN, Duration.ofSeconds(10));

    bench.time.advance(Duration.ofMillis(10_020).minusNanos(1));
    assertThat(bench.counted(Counter.CUT)).isZero();
    bench.time.advance(Duration.ofNanos(1));

    assertThat(bench.counted(Counter.CUT)).isEqualTo(1);
    assertThat(bench.completed).isTrue();
    assertThat(bench.leftovers()).isEqualTo(NOTHING_LEFT);
    assertThat(bench.pipeline.left()).containsExactly(new JobReference("j0", Optional.empty()));
    assertThat(bench.ledger.errors().entries())
        .extracting(ErrorEntry::signature)
        .extracting(signature -> signature.kind())
        .containsExactly(ErrorKind.DEADLINE);
    int sent = bench.http.sent().size();
    bench.time.advance(MINUTE);
    assertThat(bench.http.sent()).hasSize(sent);
    assertThat(bench.pipeline.completions()).contains(new Window(20_000_000, 10_020_000_000L));
    assertThat(bench.unaccounted()).isZero();
  }

  @Test
  void aSettledJobLeavesNeitherADeadlineNorMemory() {
    PipelineBench bench = new PipelineBench(i -> life(0, 100, "done")).poll(ONE, MINUTE);

    bench.time.advance(Duration.ofMillis(100));
    assertThat(bench.pipeline.unsettled()).isEqualTo(Map.of(Meaning.WAITING, 1L));
    bench.time.advance(Duration.ofMillis(400));

    assertThat(bench.pipeline.unsettled()).isEmpty();
    assertThat(bench.completed).isTrue();
    assertThat(bench.leftovers()).isEqualTo(NOTHING_LEFT);
  }

  @Test
  void givingUpCountsWhatIsInFlightAndSendsNothingMore() {
    PipelineBench bench =
        new PipelineBench(i -> i < 2 ? life(0, 3_600_000, "done") : new NoJob(Reply.never()))
            .poll(open(10, 100), MINUTE);
    bench.time.advance(Duration.ofMillis(450));
    assertThat(bench.pipeline.submitting()).isEqualTo(3);

    bench.giveUp();

    assertThat(bench.counted(Counter.STARTED)).isEqualTo(5);
    assertThat(bench.counted(Counter.CANCELLED_BY_US)).isEqualTo(5);
    assertThat(bench.pipeline.left())
        .extracting(JobReference::id)
        .containsExactlyInAnyOrder("j0", "j1");
    assertThat(bench.pipeline.submitting()).isZero();
    assertThat(bench.leftovers()).isEqualTo(NOTHING_LEFT);
    int sent = bench.http.sent().size();
    bench.time.advance(MINUTE);
    assertThat(bench.http.sent()).hasSize(sent);
    assertThat(bench.unaccounted()).isZero();
  }

  @Test
  void aJobSettlesOnItsSocketWhichIsThenClosed() {
    PipelineBench bench =
        new PipelineBench(
            Duration.ofMillis(20),
            i -> life(0, 3_600_000, "done"),
            line -> {
              line.opened();
              line.message("{\"status\":\"running\",\"n\":1}");
              line.message("{\"status\":\"done\",\"n\":2}");
              line.message("{\"status\":\"done\",\"n\":3}");
            });
    bench.follow(ONE, FollowMode.SOCKET, PipelineBench.OFTEN, MINUTE);
    bench.time.advance(Duration.ofMillis(20));

    assertThat(bench.counted(Counter.SUCCEEDED)).isEqualTo(1);
    assertThat(bench.counted(Counter.SOCKETS_OPENED)).isEqualTo(1);
    assertThat(bench.counted(Counter.SOCKETS_FAILED)).isZero();
    assertThat(bench.counted(Counter.FRAMES)).isEqualTo(2);
    assertThat(bench.completed).isTrue();
    assertThat(bench.leftovers()).isEqualTo(NOTHING_LEFT);
  }

  @Test
  void aSocketThatEndsEarlyIsAFindingAndANewOneCountsItsFramesAnew() {
    PipelineBench[] bench = new PipelineBench[1];
    bench[0] =
        new PipelineBench(
            Duration.ofMillis(20),
            i -> life(0, 3_600_000, "done"),
            line -> {
              line.opened();
              line.message("{\"status\":\"running\",\"n\":5}");
              if (bench[0].sockets.lines().size() == 1) {
                line.closed(1011, "fault");
              } else {
                line.message("{\"status\":\"done\",\"n\":6}");
              }
            });
    bench[0].follow(ONE, FollowMode.SOCKET, PipelineBench.OFTEN, MINUTE);
    bench[0].time.advance(MINUTE);

    assertThat(bench[0].counted(Counter.SUCCEEDED)).isEqualTo(1);
    assertThat(bench[0].counted(Counter.SOCKETS_OPENED)).isEqualTo(2);
    assertThat(bench[0].counted(Counter.SOCKETS_FAILED)).isEqualTo(1);
    assertThat(bench[0].ledger.identity().findings())
        .containsExactly(new IdentityFinding(Identity.ENDED_EARLY, 1, List.of("j0")));
  }

  @Test
  void manyLooksAtOneJobNeedNoDeepStack() {
    PipelineBench bench =
        new PipelineBench(Duration.ZERO, i -> life(0, 3_600_000, "done"), FakeSockets.Line::opened);
    bench.follow(
        ONE,
        FollowMode.POLL,
        new PollPacing(Duration.ofMillis(1), OptionalDouble.empty()),
        Duration.ofSeconds(5));
    bench.time.advance(MINUTE);

    assertThat(bench.counted(Counter.POLLS)).isBetween(4_500L, 5_500L);
    assertThat(bench.counted(Counter.CUT)).isEqualTo(1);
  }
}
