package stress.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stress.job.FakeJobs.life;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import stress.client.JobReference;
import stress.job.FakeJobs.Merged;
import stress.job.FakeJobs.NoJob;
import stress.load.Batched;
import stress.load.LoadModel;
import stress.load.Open;
import stress.load.Rate;
import stress.measure.Counter;
import stress.measure.ErrorKind;
import stress.measure.Gauges;
import stress.measure.Identity;
import stress.measure.IdentityFinding;
import stress.measure.Interval;
import stress.measure.Ledger;
import stress.measure.Series;
import stress.measure.Window;
import stress.transport.FakeHttp.Reply;
import stress.transport.FakeHttp.Sent;

class JobPipelineTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final LoadModel ONE = new Batched(1, 1, Duration.ZERO);
  private static final String NOTHING_LEFT = "0 calls, 0 sockets, 0 timers";

  private static LoadModel open(int perSecond, long starts) {
    return Open.constant(Rate.parse(perSecond + "/s"), OptionalLong.of(starts), Optional.empty());
  }

  private static Reply after20(Reply reply) {
    return reply.after(Duration.ofMillis(20));
  }

  private static List<ErrorKind> errors(PipelineBench bench) {
    return bench.ledger.errors().entries().stream().map(e -> e.signature().kind()).toList();
  }

  @Test
  void aJobIsHandedInFollowedAndSettled() {
    PipelineBench bench = new PipelineBench(i -> life(250, 300, "done")).poll(ONE, MINUTE);

    bench.time.advance(MINUTE);

    assertThat(bench.completed).isTrue();
    assertThat(bench.counted(Counter.STARTED)).isEqualTo(1);
    assertThat(bench.counted(Counter.ACCEPTED)).isEqualTo(1);
    assertThat(bench.counted(Counter.SUCCEEDED)).isEqualTo(1);
    assertThat(bench.pipeline.left()).isEmpty();
    assertThat(bench.unaccounted()).isZero();
    assertThat(bench.leftovers()).isEqualTo(NOTHING_LEFT);
  }

  @Test
  void followingBeginsWhileLaterBatchesAreStillSubmitted() {
    PipelineBench bench =
        new PipelineBench(i -> life(0, 150, "done"))
            .poll(new Batched(6, 2, Duration.ofMillis(500)), MINUTE);

    bench.time.advance(MINUTE);

    List<Sent> sent = bench.http.sent();
    long firstLook = sent.stream().filter(s -> s.line().contains("/jobs/")).findFirst().get().at();
    long lastSubmission =
        sent.stream().filter(s -> s.line().contains("/submit/")).reduce((a, b) -> b).get().at();
    assertThat(firstLook).isBetween(110_000_000L, 130_000_000L);
    assertThat(lastSubmission).isEqualTo(2 * 520_000_000L);
    assertThat(bench.counted(Counter.SUCCEEDED)).isEqualTo(6);
    assertThat(bench.pipeline.submissions()).contains(new Window(0, 1_060_000_000L));
    assertThat(bench.pipeline.starts()).contains(new Window(0, 1_040_000_000L));
  }

  @Test
  void everyFailedSubmissionHasItsOwnEndAndNoneIsRepeated() {
    Map<Long, Reply> replies =
        Map.of(
            0L, after20(Reply.status(503, "busy")),
            1L, after20(Reply.status(200, "<html>")),
            2L, after20(Reply.status(200, "{}")),
            3L, after20(Reply.broken(ErrorKind.CONNECTION_REFUSED, false)),
            4L, after20(Reply.broken(ErrorKind.REQUEST_TIMEOUT, true)),
            5L, after20(Reply.broken(ErrorKind.CONNECTION_LOST, true)));
    PipelineBench bench =
        new PipelineBench(i -> new NoJob(replies.get(i))).poll(open(10, 6), MINUTE);

    bench.time.advance(MINUTE);

    assertThat(bench.completed).isTrue();
    assertThat(bench.counted(Counter.REFUSED)).isEqualTo(3);
    assertThat(bench.counted(Counter.UNSENT)).isEqualTo(1);
    assertThat(bench.counted(Counter.OUTCOME_UNKNOWN)).isEqualTo(2);
    assertThat(bench.jobs.submitted()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    assertThat(bench.http.sent()).hasSize(6);
    assertThat(errors(bench))
        .containsExactlyInAnyOrder(
            ErrorKind.STATUS_SERVER,
            ErrorKind.BODY_NOT_JSON,
            ErrorKind.NO_ID,
            ErrorKind.CONNECTION_REFUSED,
            ErrorKind.REQUEST_TIMEOUT,
            ErrorKind.CONNECTION_LOST);
    assertThat(bench.flip(Series.SUBMIT_FAILED_RESPONSE).count()).isEqualTo(6);
    assertThat(bench.leftovers()).isEqualTo(NOTHING_LEFT);
  }

  @Test
  void responseTimeCountsFromTheIntendedInstantAndServiceTimeFromTheSending() {
    PipelineBench bench = new PipelineBench(i -> life(0, 0, "done"));
    bench.poll(open(10, 2), MINUTE);
    bench.time.stall(Duration.ofSeconds(2)); // start 1 was due after 100 ms, and wakes after 2 s
    bench.time.advance(MINUTE);

    Interval interval = bench.ledger.flip(bench.time.nanos(), Gauges.NONE);
    assertThat(interval.of(Series.SUBMIT_RESPONSE).max()).isBetween(1_920_000_000L, 2_025_000_000L);
    assertThat(interval.of(Series.SUBMIT_SERVICE).min()).isBetween(19_900_000L, 20_100_000L);
  }

  @Test
  void aClosedLoadHasNoResponseTime() {
    PipelineBench bench = new PipelineBench(i -> life(0, 0, "done")).poll(ONE, MINUTE);
    bench.time.advance(MINUTE);

    Interval interval = bench.ledger.flip(bench.time.nanos(), Gauges.NONE);
    assertThat(interval.of(Series.SUBMIT_RESPONSE).isEmpty()).isTrue();
    assertThat(interval.of(Series.SUBMIT_SERVICE).count()).isEqualTo(1);
  }

  @Test
  void theBoundsHoldTheTruth() {
    PipelineBench bench = new PipelineBench(i -> life(250, 300, "done")).poll(open(10, 50), MINUTE);
    bench.time.advance(MINUTE);

    Interval interval = bench.ledger.flip(bench.time.nanos(), Gauges.NONE);
    assertThat(interval.of(Series.QUEUEING_LOW).max()).isLessThanOrEqualTo(250_200_000L);
    assertThat(interval.of(Series.QUEUEING_HIGH).min()).isGreaterThanOrEqualTo(250_000_000L);
    assertThat(interval.of(Series.PROCESSING_LOW).max()).isLessThanOrEqualTo(300_200_000L);
    assertThat(interval.of(Series.PROCESSING_HIGH).min()).isGreaterThanOrEqualTo(300_000_000L);
    assertThat(interval.of(Series.TOTAL_LOW).max()).isLessThanOrEqualTo(550_400_000L);
    assertThat(interval.of(Series.TOTAL_HIGH).min()).isGreaterThanOrEqualTo(550_000_000L);
    assertThat(interval.of(Series.TOTAL_HIGH).count()).isEqualTo(50);
  }

  @Test
  void anIdThatWasHandedOutBeforeMakesNoJob() {
    PipelineBench bench =
        new PipelineBench(i -> i == 0 ? life(0, 500, "done") : new Merged(0))
            .poll(open(10, 3), MINUTE);
    bench.time.advance(MINUTE);

    assertThat(bench.completed).isTrue();
    assertThat(bench.counted(Counter.ACCEPTED)).isEqualTo(3);
    assertThat(bench.counted(Counter.MERGED)).isEqualTo(2);
    assertThat(bench.counted(Counter.SUCCEEDED)).isEqualTo(1);
    assertThat(bench.ledger.identity().findings())
        .containsExactly(new IdentityFinding(Identity.ID_TWICE, 2, List.of("j0")));
    assertThat(bench.unaccounted()).isZero();
  }

  @Test
  void aJobThatHasEndedInItsAnswerIsNotLookedAt() {
    PipelineBench bench =
        new PipelineBench(
                i -> new NoJob(after20(Reply.status(200, "{\"id\":\"x\",\"status\":\"done\"}"))))
            .poll(ONE, MINUTE);
    bench.time.advance(MINUTE);

    assertThat(bench.counted(Counter.SUCCEEDED)).isEqualTo(1);
    assertThat(bench.counted(Counter.POLLS)).isZero();
    assertThat(bench.leftovers()).isEqualTo(NOTHING_LEFT);
  }

  @Test
  void anAnswerWithoutAStatusIsNoUnknownWord() {
    PipelineBench bench =
        new PipelineBench(i -> new NoJob(after20(Reply.status(200, "{\"id\":\"x\"}"))))
            .poll(ONE, Duration.ofSeconds(1));
    bench.time.advance(MINUTE);

    assertThat(bench.ledger.identity().findings()).isEmpty();
  }

  @Test
  void submissionsAloneAreNotFollowedAndAreAllLeft() {
    PipelineBench bench = new PipelineBench(i -> life(0, 100, "done")).submit(open(10, 3));
    bench.time.advance(MINUTE);

    assertThat(bench.completed).isTrue();
    assertThat(bench.http.sent()).hasSize(3);
    assertThat(bench.pipeline.left())
        .extracting(JobReference::id)
        .containsExactly("j0", "j1", "j2");
    assertThat(bench.unaccounted()).isZero();
    assertThat(bench.leftovers()).isEqualTo(NOTHING_LEFT);
  }

  @Test
  void theLooksAtAllJobsStayUnderTheRate() {
    PipelineBench bench = new PipelineBench(i -> life(1_000, 1_000, "done"));
    bench.follow(
        open(50, 50),
        FollowMode.POLL,
        new PollPacing(Duration.ofMillis(100), OptionalDouble.of(40)),
        MINUTE);
    bench.time.advance(MINUTE);

    assertThat(bench.counted(Counter.SUCCEEDED)).isEqualTo(50);
    List<Long> looks =
        bench.http.sent().stream()
            .filter(sent -> sent.line().contains("/jobs/"))
            .map(Sent::at)
            .toList();
    for (int look = 1; look < looks.size(); look++) {
      assertThat(looks.get(look) - looks.get(look - 1)).isGreaterThanOrEqualTo(25_000_000L);
    }
    assertThat(bench.counted(Counter.POLLS)).isEqualTo(looks.size());
  }

  @Test
  void followingBySocketNeedsOne() {
    JobPipelines without = new JobPipelines(null, Optional.empty(), () -> 0, null);

    assertThatThrownBy(
            () -> without.following(FollowMode.SOCKET, PipelineBench.OFTEN, MINUTE, new Ledger(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the contract has no socket to follow jobs on");
  }

  @Test
  void theSequenceOfSubmissionsIsTheSchedules() {
    PipelineBench bench = new PipelineBench(i -> life(0, 50, "done")).poll(open(100, 200), MINUTE);
    bench.time.advance(MINUTE);

    assertThat(bench.jobs.submitted()).isEqualTo(LongStream.range(0, 200).boxed().toList());
    assertThat(bench.pipeline.intended()).contains(new Window(0, 1_990_000_000L));
  }
}
