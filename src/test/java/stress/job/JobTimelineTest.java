package stress.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import stress.contract.Meaning;
import stress.job.JobTimeline.Bounds;

class JobTimelineTest {
  private final JobTimeline timeline = new JobTimeline(90, 100, 110);

  @Test
  void nothingIsKnownBeforeAnEdgeWasSeen() {
    timeline.seen(Meaning.WAITING, 200, 210);

    assertThat(timeline.queueing()).isEmpty();
    assertThat(timeline.processing()).isEmpty();
    assertThat(timeline.total()).isEmpty();
  }

  @Test
  void anEdgeLiesBetweenTheLastLookWithoutItAndTheFirstWithIt() {
    timeline.seen(Meaning.WAITING, 200, 210);
    timeline.seen(Meaning.WAITING, 300, 310);
    timeline.seen(Meaning.RUNNING, 400, 410);
    timeline.seen(Meaning.RUNNING, 500, 510);
    timeline.seen(Meaning.SUCCEEDED, 600, 610);

    assertThat(timeline.queueing()).contains(new Bounds(300 - 110, 410 - 100));
    assertThat(timeline.processing()).contains(new Bounds(500 - 410, 610 - 300));
    assertThat(timeline.total()).contains(new Bounds(500 - 90, 610 - 90));
  }

  @Test
  void aJobThatWasNeverSeenRunningRanSomewhereInBetween() {
    timeline.seen(Meaning.WAITING, 200, 210);
    timeline.seen(Meaning.FAILED, 300, 310);

    assertThat(timeline.queueing()).contains(new Bounds(200 - 110, 310 - 100));
    assertThat(timeline.processing()).contains(new Bounds(0, 310 - 200));
    assertThat(timeline.total()).contains(new Bounds(200 - 90, 310 - 90));
  }

  @Test
  void aJobThatHasEndedInTheAnswerToItsSubmissionIsBoundByIt() {
    timeline.seen(Meaning.SUCCEEDED, 100, 110);

    assertThat(timeline.queueing()).contains(new Bounds(0, 10));
    assertThat(timeline.processing()).contains(new Bounds(0, 10));
    assertThat(timeline.total()).contains(new Bounds(10, 20));
  }

  @Test
  void whatIsNotKnownMovesNoEdge() {
    timeline.seen(Meaning.WAITING, 200, 210);
    timeline.seen(Meaning.UNKNOWN, 300, 310);
    timeline.seen(Meaning.NOT_FOUND, 400, 410);
    timeline.seen(Meaning.RUNNING, 500, 510);

    assertThat(timeline.queueing()).contains(new Bounds(200 - 110, 510 - 100));
  }

  @Test
  void waitingAgainAfterRunningMovesOnlyTheEnd() {
    timeline.seen(Meaning.RUNNING, 200, 210);
    timeline.seen(Meaning.WAITING, 300, 310);
    timeline.seen(Meaning.SUCCEEDED, 400, 410);

    assertThat(timeline.queueing()).contains(new Bounds(0, 210 - 100));
    assertThat(timeline.processing()).contains(new Bounds(300 - 210, 410 - 100));
  }

  @Test
  void theFirstTerminalStateCounts() {
    timeline.seen(Meaning.SUCCEEDED, 200, 210);
    timeline.seen(Meaning.FAILED, 300, 310);

    assertThat(timeline.total()).contains(new Bounds(10, 120));
  }

  /** A job as it really was, and what looking at it tells. */
  private static final class Truth {
    final long queueing;
    final long processing;
    final long total;
    final JobTimeline seen;

    Truth(Random random) {
      long origin = random.nextInt(1_000);
      long submitStarted = origin + random.nextInt(50);
      long submitEnded = submitStarted + random.nextInt(50);
      long accepted = between(random, submitStarted, submitEnded);
      long running = accepted + random.nextInt(random.nextBoolean() ? 5 : 500);
      long ended = running + random.nextInt(random.nextBoolean() ? 5 : 500);
      queueing = running - accepted;
      processing = ended - running;
      total = ended - origin;
      seen = new JobTimeline(origin, submitStarted, submitEnded);
      long at = submitEnded;
      for (long state = 0; state < ended; ) {
        long looked = at + random.nextInt(200);
        at = looked + random.nextInt(60);
        state = between(random, looked, at);
        seen.seen(meaning(random, state, running, ended), looked, at);
        if (random.nextInt(20) == 0) {
          seen.seen(Meaning.UNKNOWN, looked, at);
        }
      }
    }

    private static Meaning meaning(Random random, long state, long running, long ended) {
      if (state >= ended) {
        return random.nextBoolean() ? Meaning.SUCCEEDED : Meaning.FAILED;
      }
      return state >= running ? Meaning.RUNNING : Meaning.WAITING;
    }

    private static long between(Random random, long low, long high) {
      return low + random.nextInt((int) (high - low) + 1);
    }
  }

  @Test
  void theTruthAndItsQuantilesLieWithinTheBounds() {
    Random random = new Random(20_261);
    List<List<Long>> columns = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      columns.add(new ArrayList<>());
    }
    for (int i = 0; i < 5_000; i++) {
      Truth truth = new Truth(random);
      add(columns, 0, truth.seen.queueing().orElseThrow(), truth.queueing);
      add(columns, 3, truth.seen.processing().orElseThrow(), truth.processing);
      add(columns, 6, truth.seen.total().orElseThrow(), truth.total);
    }
    for (int first = 0; first < 9; first += 3) {
      assertBetween(columns.get(first), columns.get(first + 1), columns.get(first + 2));
      columns.subList(first, first + 3).forEach(Collections::sort);
      assertBetween(columns.get(first), columns.get(first + 1), columns.get(first + 2));
    }
  }

  private static void add(List<List<Long>> columns, int first, Bounds bounds, long truth) {
    columns.get(first).add(bounds.low());
    columns.get(first + 1).add(truth);
    columns.get(first + 2).add(bounds.high());
  }

  private static void assertBetween(List<Long> low, List<Long> truth, List<Long> high) {
    for (int i = 0; i < truth.size(); i++) {
      assertThat(truth.get(i)).isBetween(low.get(i), high.get(i));
    }
  }
}
