package stress.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stress.contract.Meaning;
import stress.job.JobTimeline.Bounds;

/** A socket's first frame may tell nothing of the job, which may have begun long before. */
final class GreetingTest {
  @Test
  void aWordThatTellsNothingMovesNoBound() {
    JobTimeline timeline = new JobTimeline(0, 0, 10);
    timeline.seen(Meaning.NOTHING, 50, 50);
    timeline.seen(Meaning.RUNNING, 60, 60);
    timeline.seen(Meaning.SUCCEEDED, 400, 400);
    assertThat(timeline.queueing()).contains(new Bounds(0, 60));
    assertThat(timeline.processing()).contains(new Bounds(0, 400));
  }

  @Test
  void aWordThatSaysWaitingDoes() {
    JobTimeline timeline = new JobTimeline(0, 0, 10);
    timeline.seen(Meaning.WAITING, 50, 50);
    timeline.seen(Meaning.RUNNING, 60, 60);
    timeline.seen(Meaning.SUCCEEDED, 400, 400);
    assertThat(timeline.queueing()).contains(new Bounds(40, 60));
    assertThat(timeline.processing()).contains(new Bounds(0, 350));
  }
}
