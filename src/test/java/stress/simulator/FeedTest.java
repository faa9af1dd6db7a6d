package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import stress.clock.ManualTime;

/** A socket's frames, on manual time. */
final class FeedTest {
  private final ManualTime time = new ManualTime();
  private final Tally tally = new Tally();
  private final List<String> events = new ArrayList<>();

  private Desk desk(SimulatorConfig config) {
    PooledComputation inline =
        new PooledComputation(Runnable::run, Runnable::run, new Chance(config.seed()));
    return new Desk(config, time, time, tally, instants(), inline, index -> "j" + index);
  }

  private Instants instants() {
    return new Instants(0, time.now());
  }

  private Feed feed(SimulatorConfig config, Desk desk, String id) {
    boolean open = config.personality() == Personality.MONTE_CARLO_OPEN;
    Gate gate = new Gate(time, time, tally, config.faults().of("server"));
    gate.touch();
    Feed.Wire wire =
        new Feed.Wire() {
          @Override
          public void send(String text) {
            String status = new JsonObject(text).getString("status", "error");
            events.add(time.nanos() / 1_000_000 + " " + status);
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
    Feed feed =
        new Feed(
            id,
            () -> desk.find(id).map(desk::told),
            new MonteCarloFeed(new Instants(0, time.now()), config, open),
            SocketFaults.decide(config.faults().of("socket"), new Chance(config.seed()), 0, tally),
            wire,
            time,
            time,
            gate,
            new LateFrames(time, time, gate, tally.sockets()));
    feed.opened();
    return feed;
  }

  private void follow(SimulatorConfig config) {
    Desk desk = desk(config);
    Fixtures.accept(desk);
    feed(config, desk, "j0");
    time.advance(Duration.ofMillis(1300));
  }

  private static SimulatorConfig config(String faults) {
    return SimulatorConfig.defaults().withJobTime("500ms").withFaults(faults);
  }

  @Test
  void updatesAtEachLookThenTheEnd() {
    follow(config(""));
    assertThat(events)
        .containsExactly(
            "0 connecting",
            "0 running",
            "200 running",
            "400 running",
            "600 completed",
            "600 close 1000");
  }

  @Test
  void theOpenKindGoesOnWithHeartbeats() {
    follow(config("").withPersonality(Personality.MONTE_CARLO_OPEN));
    assertThat(events)
        .containsExactly(
            "0 connecting",
            "0 running",
            "200 running",
            "400 running",
            "600 completed",
            "1000 completed");
  }

  @Test
  void anUnknownIdIsToldEveryHeartbeat() {
    SimulatorConfig config = config("");
    Feed feed = feed(config, desk(config), "nobody");
    time.advance(Duration.ofMillis(900));
    assertThat(events).containsExactly("0 connecting", "0 pending", "400 pending", "800 pending");
    feed.closed();
    assertThat(time.pending()).isZero();
  }

  @Test
  void brokenAtTheThirdFrame() {
    follow(config("socket.close=1011; socket.drop"));
    assertThat(events).containsExactly("0 connecting", "0 running", "200 error", "200 close 1011");
    events.clear();
  }

  @Test
  void silence() {
    follow(config("socket.silence"));
    assertThat(events).containsExactly("0 connecting", "0 running");
    assertThat(tally.truth(List.of()).injected("socket.silence")).isEqualTo(1);
  }

  @Test
  void aLostEndOnTheOpenKindLeavesOnlyTheStateBefore() {
    follow(config("socket.lost").withPersonality(Personality.MONTE_CARLO_OPEN));
    assertThat(events).filteredOn(is("completed")).isEmpty();
    assertThat(events).endsWith("800 running", "1200 running");
  }

  private static Predicate<String> is(String word) {
    return event -> event.endsWith(word);
  }

  @Test
  void delayedFramesKeepTheirOrder() {
    follow(config("socket.delay=100ms~90ms; socket.duplicate"));
    assertThat(events).hasSize(7).endsWith(events.get(6));
    assertThat(events.stream().map(event -> event.split(" ", 2)[1]))
        .containsExactly(
            "connecting", "running", "running", "running", "completed", "completed", "close 1000");
    assertThat(Optional.of(events.get(0))).isNotEqualTo(Optional.of("0 connecting"));
  }

  @Test
  void aStallHoldsLooksBackWithoutABurst() {
    follow(config("server.stall=550ms@100ms"));
    assertThat(events)
        .containsExactly("0 connecting", "0 running", "650 completed", "650 close 1000");
  }
}
