package stress.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import stress.client.JobClient;
import stress.client.JobReference;
import stress.client.RunKey;
import stress.client.SmallContracts;
import stress.client.TargetBase;
import stress.client.Waits;
import stress.clock.ManualTime;
import stress.contract.Meaning;
import stress.contract.ServerTimes;
import stress.contract.StatusReading;
import stress.load.Start;
import stress.measure.Counter;
import stress.measure.Identity;
import stress.measure.IdentityFinding;
import stress.measure.Ledger;
import stress.transport.HttpCall;
import stress.transport.HttpOutcome;
import stress.transport.TargetUrl;

class RecheckTest {
  private final ManualTime time = new ManualTime();
  private final Ledger ledger = new Ledger(0);
  private final List<String> looked = new ArrayList<>();
  private final TargetUrl url = TargetUrl.parse("http://h:1");
  private String word = "done";
  private boolean silent;
  private boolean over;

  private final Recheck recheck =
      new Recheck(
          new JobClient(
              SmallContracts.small(),
              this::send,
              new TargetBase(url, url.webSocket(), Map.of()),
              new RunKey(1, "run"),
              Duration.ofSeconds(5)),
          time,
          new Waits(time),
          ledger);

  private Uni<HttpOutcome> send(HttpCall call) {
    looked.add(call.url().substring(call.url().lastIndexOf('/') + 1));
    byte[] body = ("{\"status\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8);
    return silent
        ? Uni.createFrom().nothing()
        : Uni.createFrom().item(new HttpOutcome.Answered(200, Map.of(), body, 0, 0));
  }

  private TrackedJob job(long index, Meaning meaning) {
    TrackedJob job =
        new TrackedJob(
            new Start(index, 0, true),
            new JobReference("j" + index, Optional.empty()),
            0,
            0,
            ledger);
    job.state(
        new StatusReading(
            Optional.of("word"),
            meaning,
            OptionalDouble.empty(),
            ServerTimes.NONE,
            Optional.empty(),
            Optional.empty(),
            List.of()),
        0,
        0);
    return job;
  }

  private void remember(int jobs) {
    for (int i = 0; i < jobs; i++) {
      recheck.remember(job(i, Meaning.SUCCEEDED));
    }
  }

  private void look() {
    recheck.look().subscribe().with(done -> over = true);
    time.settle();
  }

  @Test
  void jobsThatStayAsTheyEndedAreNoFinding() {
    remember(3);
    look();
    assertThat(over).isTrue();
    assertThat(looked).containsExactly("j0", "j1", "j2");
    assertThat(ledger.counted(Counter.RECHECKED)).isEqualTo(3);
    assertThat(ledger.counted(Counter.POLLS)).isZero();
    assertThat(ledger.identity().findings()).isEmpty();
    assertThat(time.pending()).isZero();
  }

  @Test
  void aTerminalStatusThatChangedIsAFinding() {
    remember(1);
    word = "failed";
    look();
    assertThat(ledger.identity().findings())
        .containsExactly(
            new IdentityFinding(
                Identity.TERMINAL_CHANGED, 1, List.of("succeeded then failed: j0")));
  }

  @Test
  void manyJobsAreSampledEvenlyAndAFewAtATime() {
    remember(1_000);
    look();
    assertThat(looked.size()).isBetween(10, Recheck.MOST);
    int gap = Integer.parseInt(looked.get(1).substring(1));
    for (int i = 0; i < looked.size(); i++) {
      assertThat(looked.get(i)).isEqualTo("j" + i * gap);
    }
    assertThat(Integer.parseInt(looked.get(looked.size() - 1).substring(1)))
        .isGreaterThan(1_000 - 2 * gap);
  }

  @Test
  void aSilentTargetIsNotAwaited() {
    remember(30);
    silent = true;
    look();
    assertThat(looked).hasSize(4);
    assertThat(over).isFalse();
    time.advance(Duration.ofSeconds(2));
    assertThat(over).isTrue();
    assertThat(time.pending()).isZero();
  }

  @Test
  void aLostJobIsNotLookedAtAgain() {
    recheck.remember(job(0, Meaning.NOT_FOUND));
    look();
    assertThat(looked).isEmpty();
    assertThat(over).isTrue();
  }
}
