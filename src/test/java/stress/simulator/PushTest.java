package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.clock.ManualTime;

/** Push sockets on manual time: what leaves, and when. */
final class PushTest {
  private final ManualTime time = new ManualTime();
  private final Tally tally = new Tally();
  private final List<String> events = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private boolean full;
  private Runnable drained = () -> {};

  private final PushFeed.Wire wire =
      new PushFeed.Wire() {
        @Override
        public boolean full() {
          return full;
        }

        @Override
        public void onDrain(Runnable task) {
          drained = task;
        }

        @Override
        public void send(String ascii, int frame) {
          texts.add(ascii);
          JsonObject message = new JsonObject(ascii);
          events.add(time.nanos() / 1_000_000 + " #" + message.getInteger("message_sequence"));
        }

        @Override
        public void send(String text) {
          throw new AssertionError("messages have frames");
        }

        @Override
        public void close(int code, String reason) {
          events.add(time.nanos() / 1_000_000 + " close " + code);
        }

        @Override
        public void drop() {
          events.add(time.nanos() / 1_000_000 + " drop");
        }
      };

  private PushFeed push(Map<String, String> query, String faults) {
    List<FaultRule> rules = Faults.parse(faults).of("push");
    Gate gate = new Gate(time, time, tally, List.of());
    LateFrames late = new LateFrames(time, time, gate, tally.sockets());
    PushFeed feed =
        new PushFeed(
            PushOrder.parse(query::get),
            SocketFaults.decide(rules, new Chance(1), 0, tally),
            wire,
            late,
            new Instants(0, time.now()),
            time);
    new PushTicker(time, time, gate).add(feed);
    time.settle();
    return feed;
  }

  @Test
  void anEvenScheduleThenTheEnd() {
    push(Map.of("rate", "50", "count", "4"), "");
    time.advance(Duration.ofSeconds(1));
    assertThat(events).containsExactly("0 #1", "20 #2", "40 #3", "60 #4", "60 close 1000");
    assertThat(time.pending()).isZero();
  }

  @Test
  void aMessageIsAsLongAsWasAskedForAndCarriesTheServersTime() {
    push(Map.of("size", "123", "count", "2"), "");
    time.advance(Duration.ofMillis(100));
    assertThat(texts.get(1))
        .hasSize(123)
        .startsWith(
            "{\"timestamp\":\"2026-01-01T00:00:00.100000Z\",\"message_sequence\":2,\"pad\":\"xx")
        .endsWith("x\"}");
    push(Map.of("size", "100000", "count", "1"), "");
    assertThat(texts.get(2)).hasSize(100_000);
  }

  @Test
  void thirdsOfASecondDoNotDrift() {
    push(Map.of("rate", "3"), "");
    time.advance(Duration.ofSeconds(100));
    assertThat(events).hasSize(301).endsWith("100000 #301");
  }

  @Test
  void lateOnesAreSentAtOnce() {
    push(Map.of("rate", "10"), "");
    time.stall(Duration.ofMillis(350));
    time.settle();
    assertThat(events).containsExactly("0 #1", "350 #2", "350 #3", "350 #4");
    time.advance(Duration.ofMillis(50));
    assertThat(events).endsWith("400 #5");
  }

  @Test
  void aClientThatDoesNotReadIsWaitedFor() {
    push(Map.of("rate", "10"), "");
    full = true;
    time.advance(Duration.ofMillis(250));
    assertThat(events).containsExactly("0 #1");
    full = false;
    drained.run();
    time.settle();
    assertThat(events).containsExactly("0 #1", "250 #2", "250 #3");
  }

  @Test
  void noRateNoMessages() {
    push(Map.of("rate", "0"), "");
    assertThat(time.pending()).isZero();
    assertThat(events).isEmpty();
  }

  @Test
  void gapsSkipNumbers() {
    push(Map.of("rate", "10", "count", "3"), "push.gap");
    time.advance(Duration.ofSeconds(1));
    assertThat(events).containsExactly("0 #2", "100 #4", "200 #6", "200 close 1000");
    assertThat(tally.truth(List.of()).injected("push.gap")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"push.close=4000,200 close 4000", "push.drop,200 drop", "push.silence,100 #2"})
  void brokenAtTheThirdMessage(String faults, String last) {
    push(Map.of("rate", "10"), faults);
    time.advance(Duration.ofSeconds(1));
    assertThat(events).startsWith("0 #1", "100 #2").endsWith(last);
    assertThat(events.size()).isLessThanOrEqualTo(3);
    assertThat(time.pending()).isZero();
  }

  @Test
  void delaysComeAfterTheTimestampAndAreKeptAsTruth() {
    push(Map.of("rate", "10", "count", "200"), "push.delay=50ms~10ms");
    time.advance(Duration.ofSeconds(30));
    assertThat(texts.get(10)).contains("T00:00:01.000000Z");
    DelayTruth truth = tally.sockets().truth().delayed("push.delay").orElseThrow();
    assertThat(truth.injected().count()).isEqualTo(200);
    assertThat(truth.injected().min()).isBetween(40_000_000L, 41_000_000L);
    assertThat(truth.injected().p50()).isBetween(47_000_000L, 53_000_000L);
    assertThat(truth.injected().max()).isBetween(59_000_000L, 60_000_000L);
    assertThat(truth.real()).isEqualTo(truth.injected());
    assertThat(events).hasSize(201);
    assertThat(events.get(200)).endsWith(" close 1000");
  }

  @ParameterizedTest
  @CsvSource({
    "rate,-1",
    "rate,x",
    "rate,100001",
    "size,99",
    "size,16777217",
    "count,0",
    "frame,0",
    "frame,1.5"
  })
  void wrongOrdersNameTheParameter(String name, String value) {
    assertThatThrownBy(() -> PushOrder.parse(Map.of(name, value)::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + "=" + value + ": expected ");
  }
}
