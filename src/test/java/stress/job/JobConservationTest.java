package stress.job;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.job.FakeJobs.life;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stress.job.FakeJobs.Fate;
import stress.job.FakeJobs.Forgotten;
import stress.job.FakeJobs.Merged;
import stress.job.FakeJobs.NoJob;
import stress.load.Arrival;
import stress.load.Batched;
import stress.load.Closed;
import stress.load.LoadModel;
import stress.load.Open;
import stress.load.Overflow;
import stress.load.Rate;
import stress.measure.Counter;
import stress.measure.ErrorKind;
import stress.transport.FakeHttp.Reply;
import stress.transport.FakeSockets;

/** Conservation: seeded mixtures of everything that a target can do. */
class JobConservationTest {
  private static final String NOTHING_LEFT = "0 calls, 0 sockets, 0 timers";

  private static Open open(int perSecond) {
    return Open.constant(Rate.parse(perSecond + "/s"), OptionalLong.of(60), Optional.empty());
  }

  private static Reply after20(Reply reply) {
    return reply.after(Duration.ofMillis(20));
  }

  private static Fate randomFate(Random random, long index) {
    int millis = random.nextInt(3_000);
    return switch (random.nextInt(14)) {
      case 0 -> new NoJob(after20(Reply.status(503, "")));
      case 1 -> new NoJob(after20(Reply.status(200, "<html>")));
      case 2 -> new NoJob(after20(Reply.broken(ErrorKind.CONNECTION_REFUSED, false)));
      case 3 -> new NoJob(after20(Reply.broken(ErrorKind.REQUEST_TIMEOUT, true)));
      case 4 -> new Merged(random.nextInt((int) index + 1));
      case 5 -> new Forgotten();
      case 6 -> life(millis, 3_600_000, "done");
      case 7 -> life(millis, 500, "napping");
      case 8 -> life(millis, 500, "failed");
      case 9 -> life(millis, 500, "cancelled");
      case 10 -> life(millis, 500, "late");
      default -> life(millis, 500, "done");
    };
  }

  private static void randomSocket(Random random, FakeSockets.Line line) {
    switch (random.nextInt(5)) {
      case 0 -> line.refused(403);
      case 1 -> {
        line.opened();
        line.closed(1011, "");
      }
      case 2 -> {
        line.opened();
        line.message("{\"fault\":\"x\"}");
        line.message("no json");
      }
      case 3 -> {
        line.opened();
        line.message(FollowBench.RUNNING);
        line.message(FollowBench.DONE);
      }
      default -> line.opened();
    }
  }

  private static LoadModel randomLoad(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Batched(60, 7, Duration.ZERO);
      case 1 -> new Closed(9, Duration.ZERO, OptionalLong.of(60), Optional.empty());
      case 2 -> open(20).with(Arrival.poisson(random.nextLong())).atMost(12, Overflow.QUEUE);
      default -> open(40).atMost(12, Overflow.DROP);
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyStartHasExactlyOneEndWhateverHappens(boolean early) {
    for (long seed = 1; seed <= 25; seed++) {
      Random random = new Random(seed);
      PipelineBench bench =
          new PipelineBench(
              Duration.ofMillis(20),
              index -> randomFate(random, index),
              line -> randomSocket(random, line));
      FollowMode mode = FollowMode.values()[random.nextInt(3)];
      bench.follow(randomLoad(random), mode, PipelineBench.OFTEN, Duration.ofSeconds(8));

      if (early) {
        bench.time.advance(Duration.ofMillis(random.nextInt(6_000)));
        bench.giveUp();
      } else {
        bench.time.advance(Duration.ofMinutes(10));
        assertThat(bench.completed).as("seed %d completed", seed).isTrue();
        assertThat(bench.counted(Counter.STARTED) + bench.counted(Counter.DROPPED)).isEqualTo(60);
      }

      assertThat(bench.leftovers()).as("seed %d", seed).isEqualTo(NOTHING_LEFT);
      assertThat(bench.pipeline.unsettled()).isEmpty();
      assertThat(bench.jobs.submitted()).doesNotHaveDuplicates();
      assertThat(bench.counted(Counter.STARTED)).isEqualTo(bench.jobs.submitted().size());
      assertThat(bench.unaccounted()).as("seed %d unaccounted", seed).isZero();
    }
  }
}
