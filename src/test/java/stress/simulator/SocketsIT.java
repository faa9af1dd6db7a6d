package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Echo and push sockets, and what the truth says of every kind. */
final class SocketsIT {
  private static LiveSimulator with(String faults) {
    return new LiveSimulator(SimulatorConfig.defaults().withJobTime("50ms").withFaults(faults));
  }

  private static SocketRecord ended(LiveSimulator live) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < end) {
      List<SocketRecord> latest = live.truth().sockets().latest();
      if (latest.size() == 1 && latest.get(0).closedNanos().isPresent()) {
        return latest.get(0);
      }
    }
    throw new AssertionError("no socket has ended: " + live.truth().sockets().latest());
  }

  @Test
  void anEchoIsCountedBothWaysAndItsEndToo() {
    try (LiveSimulator live = with("")) {
      LiveSimulator.Seen seen = live.socket("/echo");
      seen.socket().writeTextMessage("grün");
      assertThat(seen.next()).isEqualTo("grün");
      seen.socket().close((short) 4001);
      SocketRecord record = ended(live);
      assertThat(record.kind()).isEqualTo(SocketKind.ECHO);
      assertThat(record.about()).isEqualTo("/echo");
      assertThat(record.bytesIn()).isEqualTo(5);
      assertThat(record.bytesOut()).isEqualTo(5);
      assertThat(record.messagesIn()).isEqualTo(1);
      assertThat(record.messagesOut()).isEqualTo(1);
      assertThat(record.closeCode()).hasValue(4001);
      assertThat(record.endedBy()).contains(SocketEnder.CLIENT);
      assertThat(record.closedNanos().orElseThrow()).isGreaterThan(record.openedNanos());
      JsonObject json = live.get("/simulator/truth?sockets=all").json().getJsonObject("sockets");
      JsonObject one = json.getJsonArray("latest").getJsonObject(0);
      assertThat(one.getString("ended_by")).isEqualTo("client");
      assertThat(one.getInteger("close_code")).isEqualTo(4001);
      assertThat(one.getLong("closed_nanos")).isEqualTo(record.closedNanos().getAsLong());
      assertThat(
              json.getJsonObject("kinds").getJsonObject("echo").getJsonObject("closed_by_client"))
          .isEqualTo(new JsonObject("{\"4001\":1}"));
      assertThat(live.get("/simulator/truth").json().getJsonObject("sockets").fieldNames())
          .contains("kinds", "delays", "records", "forgotten")
          .doesNotContain("latest");
    }
  }

  @ParameterizedTest
  @CsvSource({"echo.close=1013,close 1013,SERVER", "echo.drop,close 1006,NOBODY"})
  void anEchoBreaksAtItsThirdAnswer(String faults, String end, SocketEnder ender) {
    try (LiveSimulator live = with(faults)) {
      LiveSimulator.Seen seen = live.socket("/echo");
      for (String text : List.of("a", "b", "c")) {
        seen.socket().writeTextMessage(text);
        long answers = Math.min(2, text.charAt(0) - 'a' + 1);
        while (live.truth().sockets().of(SocketKind.ECHO).messagesOut() < answers
            || seen.events().size() < answers) {
          Thread.onSpinWait();
        }
      }
      assertThat(
              seen.until(event -> event.startsWith("close")).stream()
                  .map(event -> event.replace("none", "1006")))
          .containsExactly("a", "b", end);
      assertThat(ended(live).endedBy()).contains(ender);
      assertThat(live.truth().faults()).containsValue(1L).hasSize(1);
    }
  }

  @Test
  void echoesAreLostDoubledAndLate() {
    try (LiveSimulator live = with("echo.lost:30%; echo.duplicate:30%; echo.delay=20ms~5ms:50%")) {
      LiveSimulator.Seen seen = live.socket("/echo");
      for (int i = 0; i < 100; i++) {
        seen.socket().writeTextMessage("m" + i);
      }
      Truth truth = live.truth();
      while (truth.sockets().of(SocketKind.ECHO).messagesOut()
              < 100 - truth.injected("echo.lost") + truth.injected("echo.duplicate")
          || truth.sockets().of(SocketKind.ECHO).messagesIn() < 100) {
        truth = live.truth();
      }
      assertThat(truth.injected("echo.lost")).isBetween(10L, 50L);
      assertThat(truth.injected("echo.duplicate")).isBetween(5L, 50L);
      long out = truth.sockets().of(SocketKind.ECHO).messagesOut();
      List<Integer> numbers = new java.util.ArrayList<>();
      for (int i = 0; i < out; i++) {
        numbers.add(Integer.parseInt(seen.next().substring(1)));
      }
      assertThat(numbers).isSorted();
      assertThat(numbers.stream().distinct().count()).isEqualTo(100 - truth.injected("echo.lost"));
      DelayTruth late = truth.sockets().delayed("echo.delay").orElseThrow();
      assertThat(late.injected().count()).isEqualTo(truth.injected("echo.delay"));
      assertThat(late.injected().max()).isBetween(15_000_000L, 26_000_000L);
      assertThat(late.real().min()).isGreaterThanOrEqualTo(15_000_000L);
    }
  }

  @Test
  void progressFramesThatWereHeldBackAreKeptAsTruth() {
    try (LiveSimulator live = with("socket.delay=20ms~5ms")) {
      String id = live.submit("d");
      live.socket(LiveSimulator.JOBS + "/" + id + "/progress").until(e -> e.startsWith("close"));
      SocketRecord record = ended(live);
      assertThat(record.about()).isEqualTo(id);
      assertThat(record.endedBy()).contains(SocketEnder.SERVER);
      DelayTruth late = live.truth().sockets().delayed("socket.delay").orElseThrow();
      assertThat(late.injected().count()).isEqualTo(record.messagesOut());
      assertThat(late.injected().min()).isGreaterThanOrEqualTo(15_000_000L);
    }
  }

  @Test
  void pushKeepsItsOrder() {
    SimulatorConfig ahead = SimulatorConfig.defaults().withClockOffset(Duration.ofHours(-3));
    try (LiveSimulator live = new LiveSimulator(ahead)) {
      LiveSimulator.Seen seen = live.socket("/push?rate=2000&size=70000&frame=30000&count=5");
      List<String> events = seen.until(event -> event.startsWith("close"));
      assertThat(events).hasSize(6).endsWith("close 1000");
      assertThat(events.subList(0, 5)).allMatch(text -> text.length() == 70_000);
      JsonObject last = new JsonObject(events.get(4));
      assertThat(last.getInteger("message_sequence")).isEqualTo(5);
      Duration off = Duration.between(Instant.parse(last.getString("timestamp")), Instant.now());
      assertThat(off).isBetween(Duration.ofHours(3), Duration.ofHours(3).plusMinutes(5));
      SocketRecord record = ended(live);
      assertThat(record.messagesOut()).isEqualTo(5);
      assertThat(record.bytesOut()).isEqualTo(350_000);
      assertThat(record.closeCode()).hasValue(1000);
      assertThat(record.endedBy()).contains(SocketEnder.SERVER);
    }
  }

  @ParameterizedTest
  @CsvSource({"/push?size=3,'',400", "/echo,echo.refuse=429+2s,429", "/x,'',404"})
  void refusals(String path, String faults, int status) {
    try (LiveSimulator live = with(faults)) {
      assertThatThrownBy(() -> live.socket(path))
          .cause()
          .isInstanceOfSatisfying(
              UpgradeRejectedException.class,
              refused -> {
                assertThat(refused.getStatus()).isEqualTo(status);
                assertThat(refused.getHeaders().get("Retry-After"))
                    .isEqualTo(status == 429 ? "2" : null);
              });
      assertThat(live.truth().sockets().latest()).isEmpty();
    }
  }

  @Test
  void brokenOnPurposeAnyPathIsASocket() {
    try (LiveSimulator live = with("socket.any-path")) {
      LiveSimulator.Seen seen = live.socket("/no/such/thing");
      assertThat(seen.next()).contains("\"connecting\"");
      assertThat(seen.next()).contains("\"thing\"", "\"pending\"");
      assertThat(live.truth().faults()).containsOnly(Map.entry("socket.any-path", 1L));
    }
  }

  @Test
  void aStopClosesWith1001AndIsBoundedWhereAClientDoesNotAnswer() throws Exception {
    try (LiveSimulator live = with("");
        java.net.Socket mute = RawUpgrade.open(live.simulator.port(), "/echo")) {
      LiveSimulator.Seen seen = live.socket("/push?rate=0");
      LiveSimulator.await(live.simulator.stop());
      assertThat(seen.next()).isEqualTo("close 1001");
      assertThat(RawUpgrade.rest(mute)).endsWith("the server stops").contains("\u0003\u00e9");
      assertThat(live.truth().sockets().latest())
          .hasSize(2)
          .allMatch(each -> each.closeCode().equals(java.util.OptionalInt.of(1001)));
      assertThat(live.truth().sockets().of(SocketKind.ECHO).closedByClient()).isEmpty();
    }
  }
}
