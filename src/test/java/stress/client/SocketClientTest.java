package stress.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.subscription.Cancellable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import stress.clock.ManualTime;
import stress.contract.Api;
import stress.contract.ContractFiles;
import stress.contract.Meaning;
import stress.transport.FakeSockets;
import stress.transport.SocketCall;
import stress.transport.SocketEvent;
import stress.transport.TargetUrl;

class SocketClientTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Optional<JobReference> JOB =
      Optional.of(new JobReference("a/b", Optional.empty()));
  private static final Api FEED =
      SmallContracts.api(
          """
          name: feed
          headers: {X-Key: of contract, X-A: a}
          socket:
            path: /feed
            subprotocols: [v2, v1]
            firstMessages: [{text: hello}]
            time: /t
            sequence: /n
            error: /fault
            echo: {json: {m: {$mark: ""}}, binary: true}
          """);

  private final FakeSockets sockets = new FakeSockets(new ManualTime(), line -> {});

  private SocketClient client(Api api, String url, SocketExtras extras) {
    TargetUrl socket = TargetUrl.parse(url);
    TargetBase base = new TargetBase(socket.http(), socket, Map.of("X-B", "added"));
    return SocketClient.of(api, sockets, base, TIMEOUT, extras);
  }

  private SocketClient client(Api api, String url) {
    return client(api, url, SocketExtras.NONE);
  }

  private static Api builtIn(String name) {
    return new ContractFiles(variable -> Optional.empty()).api(name);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theSocketOfAJobIsDialledForTheJob() {
    SocketClient client = client(SmallContracts.full(), "ws://u:p@push:2/ws");

    assertThat(client.needsJob()).isTrue();
    assertThat(client.call(JOB))
        .isEqualTo(
            new SocketCall(
                "ws://push:2/ws/jobs/a%2Fb/events",
                Map.of("Authorization", "Basic dTpw", "X-B", "added"),
                List.of(),
                List.of(),
                TIMEOUT));
    assertThat(client.unknownJob()).containsExactly(Meaning.NOT_FOUND);
    assertThatThrownBy(() -> client.call(Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The template asks for the id of a job, which is not known");
  }

  @Test
  void aSocketAloneIsDialledWithoutAJob() {
    SocketClient client = client(FEED, "ws://h:1/base");

    assertThat(client.needsJob()).isFalse();
    assertThat(client.call(Optional.empty()))
        .isEqualTo(
            new SocketCall(
                "ws://h:1/base/feed",
                Map.of("X-Key", "of contract", "X-A", "a", "X-B", "added"),
                List.of("v2", "v1"),
                List.of("hello"),
                TIMEOUT));
    assertThat(client.unknownJob()).isEmpty();
  }

  @Test
  void whatTheUserAddsReplacesWhatTheContractHas() {
    SocketExtras extras =
        new SocketExtras(Map.of("Origin", "https://o", "x-key", "s3cret"), List.of("v3"));
    SocketCall call = client(FEED, "ws://h:1", extras).call(Optional.empty());

    assertThat(call.headers())
        .isEqualTo(Map.of("X-Key", "s3cret", "X-A", "a", "X-B", "added", "Origin", "https://o"));
    assertThat(call.headers()).containsEntry("X-KEY", "s3cret");
    assertThat(call.subprotocols()).containsExactly("v3");
    assertThat(extras.toString()).doesNotContain("s3cret", "https://o").contains("x-key", "v3");
    assertThat(call.toString()).doesNotContain("s3cret", "added").contains("/feed", "X-B");
  }

  @Test
  void withoutAPathTheAddressIsDialledAsItIs() {
    SocketClient none = client(builtIn("none"), "wss://u:p@h/live/?token=s3cret");

    SocketCall call = none.call(Optional.empty());
    assertThat(call.url()).isEqualTo("wss://h/live/?token=s3cret");
    assertThat(call.toString()).doesNotContain("s3cret", "u:p");
    assertThat(call.headers()).containsEntry("Authorization", "Basic dTpw");
    assertThat(client(builtIn("echo"), "ws://h:1").call(Optional.empty()).url())
        .isEqualTo("ws://h:1/");
    Api query = SmallContracts.api("name: q\nsocket: {query: {a: [1, 2]}}");
    assertThat(client(query, "ws://h:1/x?k=v").call(Optional.empty()).url())
        .isEqualTo("ws://h:1/x?k=v&a=1&a=2");
  }

  @Test
  void anAddressWithAQueryAndAPathOfTheContractContradictEachOther() {
    assertThatThrownBy(() -> client(FEED, "ws://h:1/x?token=s3cret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "ws://h:1/x?token=…: found a query, expected none: the contract's socket has a path"
                + " of its own");
    assertThatThrownBy(() -> client(SmallContracts.small(), "ws://h:1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the contract 'small' has no socket, expected one");
  }

  @Test
  void aMessageHoldsItsMark() {
    SocketClient feed = client(FEED, "ws://h:1");
    assertThat(feed.message("c3-9")).contains(bytes("{\"m\":\"c3-9\"}"));
    assertThat(feed.binary()).isTrue();

    SocketClient echo = client(builtIn("echo"), "ws://h:1");
    assertThat(echo.message("1")).contains(bytes("{\"mark\":\"1\"}"));
    assertThat(echo.binary()).isFalse();

    assertThat(client(builtIn("none"), "ws://h:1").message("1")).isEmpty();
    assertThat(client(builtIn("monte-carlo"), "ws://h:1").message("1")).isEmpty();
  }

  @Test
  void messagesAreRead() {
    SocketClient client = client(FEED, "ws://h:1");

    assertThat(client.readable()).isTrue();
    assertThat(client.tellsStatus()).isFalse();
    assertThat(client.read(bytes("{\"t\":\"2026-03-01T10:00:00Z\",\"n\":4}")))
        .contains(
            new MessageReading(
                Optional.empty(),
                OptionalLong.of(4),
                Optional.of(Instant.parse("2026-03-01T10:00:00Z")),
                Optional.empty()));
    assertThat(client.read(bytes("{\"fault\":\"full\"}")).orElseThrow().error()).contains("full");
    assertThat(client.read(bytes("no json"))).isEmpty();
  }

  @Test
  void aJobsMessageTellsItsStateAndItsTime() {
    SocketClient client = client(builtIn("monte-carlo"), "ws://h:1");

    assertThat(client.tellsStatus()).isTrue();
    assertThat(client.closesAtEnd()).isFalse();
    MessageReading reading =
        client
            .read(
                bytes(
                    "{\"status\":\"completed\",\"message_sequence\":2,"
                        + "\"last_updated\":\"2026-03-01T10:00:00.5\"}"))
            .orElseThrow();
    assertThat(reading.status().orElseThrow().meaning()).isEqualTo(Meaning.SUCCEEDED);
    assertThat(reading.sequence()).hasValue(2);
    assertThat(reading.time()).contains(Instant.parse("2026-03-01T10:00:00.5Z"));
  }

  @Test
  void whereTheContractSaysNothingOfMessagesEachIsRight() {
    SocketClient none = client(builtIn("none"), "ws://h:1");

    assertThat(none.readable()).isFalse();
    assertThat(none.read(bytes("anything")))
        .contains(
            new MessageReading(
                Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void openingDialsAndCancellingCloses() {
    SocketClient client = client(FEED, "ws://h:1");
    List<SocketEvent> events = new ArrayList<>();
    Cancellable subscription = client.open(Optional.empty()).subscribe().with(events::add);

    FakeSockets.Line line = sockets.lines().get(0);
    assertThat(line.call()).isEqualTo(client.call(Optional.empty()));
    line.opened();
    line.message("x");
    assertThat(events).hasSize(2);
    assertThat(events.get(0)).isInstanceOf(SocketEvent.Opened.class);
    assertThat(((SocketEvent.Message) events.get(1)).payload()).isEqualTo(bytes("x"));

    subscription.cancel();
    assertThat(sockets.open()).isZero();
  }
}
