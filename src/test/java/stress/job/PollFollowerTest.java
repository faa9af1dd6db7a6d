package stress.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import stress.client.ProgressEvent;
import stress.measure.Counter;
import stress.measure.ErrorKind;
import stress.transport.FakeHttp.Reply;

class PollFollowerTest {
  private static final PollPacing EACH_SECOND =
      new PollPacing(Duration.ofSeconds(1), OptionalDouble.empty());
  private static final Optional<Duration> NO_WISH = Optional.empty();

  private final List<Reply> replies = new ArrayList<>();
  private final FollowBench bench =
      new FollowBench(
          call -> replies.isEmpty() ? Reply.status(200, FollowBench.WAITING) : replies.remove(0),
          line -> {});

  private long gap(int look) {
    return bench.http.sent().get(look).at() - bench.http.sent().get(look - 1).at();
  }

  @Test
  void aJobIsLookedAtAgainAndAgainAnIntervalAfterEachAnswer() {
    for (int i = 0; i < 4; i++) {
      replies.add(Reply.status(200, FollowBench.RUNNING).after(Duration.ofMillis(300)));
    }
    bench.follow(bench.poll(EACH_SECOND), FollowBench.job(7, NO_WISH));

    bench.time.advance(Duration.ofMillis(850));
    assertThat(bench.http.sent()).isEmpty();
    bench.time.advance(Duration.ofMillis(4_200));

    assertThat(bench.http.lines())
        .isEqualTo(List.of("GET /jobs/7", "GET /jobs/7", "GET /jobs/7", "GET /jobs/7"));
    for (int look = 1; look < 4; look++) {
      assertThat(gap(look)).isBetween(1_200_000_000L, 1_400_000_000L);
    }
    assertThat(bench.events).hasSize(3).allMatch(event -> event instanceof ProgressEvent.Seen);
    assertThat(bench.ledger.counted(Counter.POLLS)).isEqualTo(4);
  }

  @Test
  void aLookThatFailedIsRepeatedLaterEachTimeUntilOneSucceeds() {
    replies.add(Reply.status(500, ""));
    replies.add(Reply.broken(ErrorKind.CONNECTION_LOST, true));
    replies.add(Reply.status(200, FollowBench.WAITING));
    bench.follow(bench.poll(EACH_SECOND), FollowBench.job(7, NO_WISH));

    bench.time.advance(Duration.ofSeconds(9));

    assertThat(gap(1)).isBetween(1_800_000_000L, 2_200_000_000L);
    assertThat(gap(2)).isBetween(3_600_000_000L, 4_400_000_000L);
    assertThat(gap(3)).isBetween(900_000_000L, 1_100_000_000L);
  }

  @Test
  void theTargetsWishSetsTheNextLookAndOnlyThat() {
    replies.add(Reply.status(200, FollowBench.WAITING).with("Retry-After", "7"));
    replies.add(Reply.status(503, "").with("Retry-After", "600"));
    bench.follow(bench.poll(EACH_SECOND), FollowBench.job(7, Optional.of(Duration.ofSeconds(3))));

    bench.time.advance(Duration.ofSeconds(42));

    assertThat(bench.sentMillis().subList(0, 3)).containsExactly(3_000L, 10_000L, 40_000L);
    assertThat(gap(3)).isBetween(900_000_000L, 1_100_000_000L);
  }

  @Test
  void cancellingEndsTheLookAndTheWaiting() {
    Cancellable waiting = bench.follow(bench.poll(EACH_SECOND), FollowBench.job(7, NO_WISH));
    bench.time.advance(Duration.ofSeconds(5));
    waiting.cancel();
    assertThat(bench.time.pending()).isZero();

    replies.add(Reply.never());
    Cancellable looking = bench.follow(bench.poll(EACH_SECOND), FollowBench.job(8, NO_WISH));
    bench.time.advance(Duration.ofSeconds(5));
    assertThat(bench.http.open()).isEqualTo(1);
    looking.cancel();

    assertThat(bench.http.open()).isZero();
    assertThat(bench.http.aborted()).isEqualTo(1);
    assertThat(bench.time.pending()).isZero();
  }

  @Test
  void allJobsTogetherStayUnderTheRate() {
    PollFollower follower =
        bench.poll(new PollPacing(Duration.ofMillis(100), OptionalDouble.of(20)));
    for (int index = 0; index < 50; index++) {
      bench.follow(follower, FollowBench.job(index, NO_WISH));
    }

    bench.time.advance(Duration.ofSeconds(10));

    for (int look = 1; look < bench.http.sent().size(); look++) {
      assertThat(gap(look)).isGreaterThanOrEqualTo(50_000_000L);
    }
    // The first is due after 90 ms, and from then on there is always one that waits.
    assertThat(bench.http.sent()).hasSizeBetween(198, 199);
    for (int index = 0; index < 50; index++) {
      assertThat(bench.http.lines()).contains("GET /jobs/" + index);
    }
  }

  @Test
  void aJobThatIsToBeLeftAloneForLongDoesNotHoldUpTheOthers() {
    PollFollower follower =
        bench.poll(new PollPacing(Duration.ofSeconds(1), OptionalDouble.of(100)));
    bench.follow(follower, FollowBench.job(1, Optional.of(Duration.ofSeconds(30))));
    bench.follow(follower, FollowBench.job(2, NO_WISH));

    bench.time.advance(Duration.ofMillis(1_150));

    assertThat(bench.http.lines()).containsExactly("GET /jobs/2");
  }
}
