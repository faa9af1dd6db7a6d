package stress.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import stress.client.JobReference;
import stress.client.ProgressEvent;
import stress.contract.Meaning;
import stress.contract.ServerTimes;
import stress.contract.StatusReading;
import stress.load.Start;
import stress.measure.Identity;
import stress.measure.IdentityFinding;
import stress.measure.Ledger;

class TrackedJobTest {
  private static final long SECOND = 1_000_000_000L;

  private final Ledger ledger = new Ledger(0);
  private final TrackedJob job =
      new TrackedJob(
          new Start(0, 50, true), new JobReference("7", Optional.empty()), 100, 200, ledger);

  private static StatusReading reading(Meaning meaning) {
    return new StatusReading(
        Optional.of(meaning.name()),
        meaning,
        OptionalDouble.empty(),
        ServerTimes.NONE,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static StatusReading progress(double progress) {
    StatusReading r = reading(Meaning.RUNNING);
    return new StatusReading(
        r.word(),
        r.meaning(),
        OptionalDouble.of(progress),
        r.times(),
        r.error(),
        r.id(),
        List.of());
  }

  private static StatusReading times(Meaning meaning, ServerTimes times) {
    StatusReading r = reading(meaning);
    return new StatusReading(
        r.word(), r.meaning(), r.progress(), times, r.error(), r.id(), List.of());
  }

  private static StatusReading of(Meaning meaning, String id) {
    StatusReading r = reading(meaning);
    return new StatusReading(
        r.word(), r.meaning(), r.progress(), r.times(), r.error(), Optional.of(id), List.of());
  }

  private void seen(StatusReading reading, OptionalLong sequence, long at) {
    job.seen(
        new ProgressEvent.Seen(
            reading, Optional.empty(), ProgressEvent.Source.FRAME, sequence, at, at));
  }

  private void seen(StatusReading reading, long at) {
    seen(reading, OptionalLong.empty(), at);
  }

  private void assertFound(Identity kind, long count, String... samples) {
    assertThat(ledger.identity().findings())
        .containsExactly(new IdentityFinding(kind, count, List.of(samples)));
  }

  @Test
  void aJobWaitsUntilItIsSeenOtherwise() {
    assertThat(job.meaning()).isEqualTo(Meaning.WAITING);
    seen(reading(Meaning.RUNNING), 300);
    assertThat(job.meaning()).isEqualTo(Meaning.RUNNING);
    assertThat(job.settled()).isFalse();
    seen(reading(Meaning.TIMED_OUT), 400);
    assertThat(job.settled()).isTrue();
    assertThat(job.lost()).isFalse();
    assertThat(ledger.identity().findings()).isEmpty();
  }

  @Test
  void theTotalCountsFromTheIntendedInstantWhereThereIsOne() {
    seen(reading(Meaning.SUCCEEDED), 400);
    TrackedJob unscheduled =
        new TrackedJob(new Start(0, 50, false), job.reference(), 100, 200, ledger);
    unscheduled.state(reading(Meaning.SUCCEEDED), 400, 400);

    assertThat(job.timeline().total()).contains(new JobTimeline.Bounds(50, 350));
    assertThat(unscheduled.timeline().total()).contains(new JobTimeline.Bounds(0, 300));
  }

  @Test
  void anotherJobsStateIsAFindingAndChangesNothing() {
    seen(of(Meaning.SUCCEEDED, "8"), 300);

    assertThat(job.settled()).isFalse();
    assertThat(job.timeline().total()).isEmpty();
    assertFound(Identity.FOREIGN, 1, "7 was told of 8");

    seen(of(Meaning.SUCCEEDED, "7"), 400);
    assertThat(job.settled()).isTrue();
  }

  @Test
  void progressThatGoesBackIsAFinding() {
    seen(progress(0.2), 300);
    seen(progress(0.2), 400);
    seen(progress(0.7), 500);
    assertThat(ledger.identity().findings()).isEmpty();

    seen(progress(0.6), 600);
    seen(progress(0.65), 700);

    assertFound(Identity.PROGRESS_BACK, 1, "7");
  }

  @Test
  void aRunningJobThatWaitsAgainIsAFinding() {
    seen(reading(Meaning.RUNNING), 300);
    seen(reading(Meaning.WAITING), 400);
    seen(reading(Meaning.WAITING), 500);

    assertThat(job.meaning()).isEqualTo(Meaning.WAITING);
    assertFound(Identity.STATUS_BACK, 1, "7");
  }

  @Test
  void aFrameNumberThatIsNotTheNextIsAFinding() {
    seen(reading(Meaning.RUNNING), OptionalLong.of(5), 300);
    seen(reading(Meaning.RUNNING), OptionalLong.of(6), 400);
    seen(reading(Meaning.RUNNING), OptionalLong.empty(), 450);
    assertThat(ledger.identity().findings()).isEmpty();

    seen(reading(Meaning.RUNNING), OptionalLong.of(8), 500);
    seen(reading(Meaning.RUNNING), OptionalLong.of(8), 600);

    assertFound(Identity.SEQUENCE_GAP, 2, "7");
  }

  @Test
  void aNewSocketCountsItsFramesAnew() {
    seen(reading(Meaning.RUNNING), OptionalLong.of(5), 300);
    job.reconnected();
    seen(reading(Meaning.RUNNING), OptionalLong.of(0), 400);

    assertThat(ledger.identity().findings()).isEmpty();
  }

  @Test
  void anUnknownWordIsAFindingAndNoEnd() {
    seen(reading(Meaning.UNKNOWN), 300);

    assertThat(job.settled()).isFalse();
    assertThat(job.meaning()).isEqualTo(Meaning.WAITING);
    assertFound(Identity.UNKNOWN_WORD, 1, "UNKNOWN");
  }

  @Test
  void anAnswerWithoutAWordHasNoUnknownOne() {
    job.state(
        new StatusReading(
            Optional.empty(),
            Meaning.UNKNOWN,
            OptionalDouble.empty(),
            ServerTimes.NONE,
            Optional.empty(),
            Optional.empty(),
            List.of()),
        100,
        200);

    assertThat(ledger.identity().findings()).isEmpty();
  }

  @Test
  void aJobIsLostAfterThreeLooksInARowAndTwoSeconds() {
    seen(reading(Meaning.NOT_FOUND), 300);
    seen(reading(Meaning.NOT_FOUND), 400);
    seen(reading(Meaning.NOT_FOUND), 500);
    seen(reading(Meaning.NOT_FOUND), 200 + 2 * SECOND - 1);
    assertThat(job.lost()).isFalse();

    seen(reading(Meaning.NOT_FOUND), 200 + 2 * SECOND);
    assertThat(job.lost()).isTrue();
    assertThat(job.settled()).isTrue();
  }

  @Test
  void twoLooksDoNotLoseAJobHoweverLate() {
    seen(reading(Meaning.NOT_FOUND), 10 * SECOND);
    seen(reading(Meaning.NOT_FOUND), 20 * SECOND);
    assertThat(job.lost()).isFalse();

    seen(reading(Meaning.WAITING), 21 * SECOND);
    seen(reading(Meaning.NOT_FOUND), 22 * SECOND);
    seen(reading(Meaning.NOT_FOUND), 23 * SECOND);
    assertThat(job.lost()).isFalse();

    seen(reading(Meaning.NOT_FOUND), 24 * SECOND);
    assertThat(job.lost()).isTrue();
  }

  @Test
  void theLatestOfEachServerTimeIsKept() {
    Instant created = Instant.parse("2026-01-01T00:00:00Z");
    Optional<Instant> none = Optional.empty();
    seen(times(Meaning.WAITING, new ServerTimes(Optional.of(created), none, none, none)), 300);
    seen(
        times(
            Meaning.RUNNING,
            new ServerTimes(none, Optional.of(created.plusSeconds(1)), none, none)),
        400);

    assertThat(job.times())
        .isEqualTo(
            new ServerTimes(Optional.of(created), Optional.of(created.plusSeconds(1)), none, none));
  }
}
