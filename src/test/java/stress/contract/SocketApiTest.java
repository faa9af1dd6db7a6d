package stress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static stress.contract.Contracts.json;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts of a socket without jobs, and what a job's socket can say besides progress. */
class SocketApiTest {
  private static final String FEED =
      """
      name: feed
      description: prices
      base: https://h/api
      socketBase: wss://push.h
      headers: {Authorization: "Bearer ${API_TOKEN}"}
      ready: [{path: /health}]
      socket:
        path: /v2/feed/
        query: {symbols: [aapl, "m&s"]}
        subprotocols: v2
        firstMessages: [{json: {op: subscribe}}, {text: go}]
        time: {pointer: [/sent, /ts], zone: "+02:00", epoch: millis}
        sequence: /seq
        error: /fault
        echo: {text: "<ping id='{mark}'/>", binary: true}
      """;
  private static final String JOBS =
      """
      name: jobs
      submit: {path: /jobs, id: /id}
      status:
        path: /jobs/{id}
        word: /s
        words: {succeeded: done, waiting: wait}
        times: {created: /c, message: /m}
      socket:
        path: /jobs/{id}/live
      """;

  private final ContractFiles files = new ContractFiles(Contracts::environment);

  private static Api api(String text) {
    return new ContractReader(Contracts::environment).api("api.yaml", text);
  }

  private static Socket socketOf(String text) {
    return api(text).findSocket().orElseThrow();
  }

  private static List<String> problems(String text) {
    ContractException thrown = catchThrowableOfType(ContractException.class, () -> api(text));
    assertThat(thrown).as("nothing is wrong in:\n" + text).isNotNull();
    return thrown.problems().stream().map(Problem::toString).toList();
  }

  private static String echoed(Socket socket, String mark) {
    return new String(socket.echo().orElseThrow().message(mark), StandardCharsets.UTF_8);
  }

  @Test
  void aSocketAloneIsRead() {
    Api api = api(FEED);

    assertThat(api).isInstanceOf(SocketApi.class);
    assertThat(api.jobs()).isEmpty();
    assertThat(api.name()).isEqualTo("feed");
    assertThat(api.description()).isEqualTo("prices");
    assertThat(api.base()).contains("https://h/api");
    assertThat(api.socketBase()).contains("wss://push.h");
    assertThat(api.ready()).hasSize(1);
    Header secret =
        new Header("Authorization", "Bearer " + Contracts.TOKEN, Optional.of("API_TOKEN"));
    assertThat(api.headers()).containsExactly(secret);
    assertThat(api.toString()).doesNotContain(Contracts.TOKEN);
    Socket socket = api.findSocket().orElseThrow();
    assertThat(socket.headers()).containsExactly(secret);
    assertThat(socket.target(Values.none())).isEqualTo("/v2/feed/?symbols=aapl&symbols=m%26s");
    assertThat(socket.subprotocols()).containsExactly("v2");
    assertThat(socket.messages(Values.none())).containsExactly("{\"op\":\"subscribe\"}", "go");
    assertThat(socket.asksForId()).isFalse();
    assertThat(socket.unknownJob()).isEmpty();
    assertThat(socket.closesAtEnd()).isFalse();
    assertThat(socket.echo().orElseThrow().binary()).isTrue();
    assertThat(echoed(socket, "7-1")).isEqualTo("<ping id='7-1'/>");
  }

  @Test
  void itsMessagesTellTimeNumberAndFault() {
    Socket socket = socketOf(FEED);

    assertThat(socket.readable()).isTrue();
    assertThat(socket.read(json("{\"ts\":1500,\"seq\":9}")))
        .isEqualTo(
            new FrameReading(
                Optional.empty(),
                Optional.of(Instant.ofEpochMilli(1500)),
                OptionalLong.of(9),
                Optional.empty()));
    assertThat(socket.read(json("{\"sent\":\"2026-03-01T10:00:00\",\"ts\":1,\"fault\":\"full\"}")))
        .isEqualTo(
            new FrameReading(
                Optional.empty(),
                Optional.of(Instant.parse("2026-03-01T08:00:00Z")),
                OptionalLong.empty(),
                Optional.of("full")));
    assertThat(socket.read(json("{\"sent\":\"soon\"}")).time()).isEmpty();
  }

  @Test
  void aSocketAloneMayTellAStateByARuleOfItsOwn() {
    Socket socket =
        socketOf(
            "name: t\nsocket: {frames: {word: /s, words: {failed: bad}, times: {message: /m}},"
                + " closesAtEnd: true}");

    FrameReading reading = socket.read(json("{\"s\":\"bad\",\"m\":5}"));
    assertThat(reading.status().orElseThrow().meaning()).isEqualTo(Meaning.FAILED);
    assertThat(reading.time()).contains(Instant.ofEpochSecond(5));
    assertThat(socket.closesAtEnd()).isTrue();
  }

  @Test
  void anEmptySocketIsTheAddressItself() {
    Socket socket = socketOf("name: t\nsocket: {}");

    assertThat(socket).isEqualTo(Socket.bare());
    assertThat(socket.target(Values.none())).isEmpty();
    assertThat(socket.readable()).isFalse();
    assertThat(socketOf("name: t\nsocket: {query: {a: 1}}").target(Values.none()))
        .isEqualTo("?a=1");
  }

  @Test
  void echoAndNoneAreBuiltIn() {
    SocketApi echo = (SocketApi) files.api("echo");
    assertThat(echo.description()).isEqualTo("any server that sends back what it is sent");
    assertThat(echo.base()).isEmpty();
    assertThat(echo.socket().path()).isEmpty();
    assertThat(echo.socket().readable()).isFalse();
    assertThat(echo.socket().echo().orElseThrow().binary()).isFalse();
    assertThat(echoed(echo.socket(), "a\"7")).isEqualTo("{\"mark\":\"a\\\"7\"}");

    SocketApi none = (SocketApi) files.api("none");
    assertThat(none.name()).isEqualTo("none");
    assertThat(none.socket()).isEqualTo(Socket.bare());
    assertThat(none.ready()).isEmpty();
  }

  @Test
  void aMarkMayHaveAPrefixAndStandDeep() {
    Socket socket =
        socketOf(
            "name: t\nsocket: {echo: {json: {op: ping, in: [{$mark: 'm{'}, {$text: '<{mark}>'}]}}}");

    assertThat(echoed(socket, "7")).isEqualTo("{\"op\":\"ping\",\"in\":[\"m{7\",\"<7>\"]}");
  }

  @Test
  void jobsWereAskedOfASocketAlone(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> files.find("echo"))
        .isInstanceOf(ContractException.class)
        .hasMessage(
            "echo: the contract 'echo' has no submit: it describes a socket alone; use it with"
                + " 'stress websocket'");
    Path file = Files.writeString(folder.resolve("f.yaml"), FEED);
    assertThatThrownBy(() -> files.find(file.toString()))
        .hasMessage(
            file
                + ": the contract 'feed' has no submit: it describes a socket alone; use it with"
                + " 'stress websocket'");
    assertThat(files.api(file.toString()).name()).isEqualTo("feed");
    assertThat(files.api("monte-carlo")).isEqualTo(files.find("monte-carlo"));
  }

  @Test
  void theSocketOfAJob() {
    Socket plain = socketOf(JOBS);
    assertThat(plain.asksForId()).isTrue();
    assertThat(plain.unknownJob()).containsExactly(Meaning.NOT_FOUND);
    assertThat(plain.read(json("{\"s\":\"done\",\"m\":7,\"t\":9}")).time())
        .contains(Instant.ofEpochSecond(7));

    Socket own = socketOf(JOBS + "  time: /t\n  unknownJob: [waiting, not_found]\n");
    FrameReading reading = own.read(json("{\"s\":\"done\",\"c\":3,\"m\":7,\"t\":9}"));
    assertThat(reading.time()).contains(Instant.ofEpochSecond(9));
    assertThat(reading.status().orElseThrow().times().created()).contains(Instant.ofEpochSecond(3));
    assertThat(own.unknownJob()).containsExactly(Meaning.WAITING, Meaning.NOT_FOUND);
    assertThat(socketOf(JOBS + "  unknownJob: failed\n").unknownJob())
        .containsExactly(Meaning.FAILED);
  }

  @Test
  void whetherAConnectionIsAboutAJobIsSeenInWhatItAsksFor() {
    String feed = JOBS.replace("/jobs/{id}/live", "/live");
    assertThat(socketOf(feed).asksForId()).isFalse();
    assertThat(socketOf(feed + "  query: {job: {$id: text}}\n").asksForId()).isTrue();
    assertThat(socketOf(feed + "  firstMessages: [{text: 'go {id}'}]\n").asksForId()).isTrue();
    assertThat(socketOf(feed + "  firstMessages: [{json: [{$text: '{id}'}]}]\n").asksForId())
        .isTrue();
  }

  @Test
  void theBuiltInContractsKnowWhatAnUnknownJobIsTold() {
    assertThat(files.api("monte-carlo").findSocket().orElseThrow().unknownJob())
        .containsExactly(Meaning.NOT_FOUND, Meaning.WAITING);
    assertThat(files.api("monte-carlo-async").findSocket().orElseThrow().unknownJob())
        .containsExactly(Meaning.NOT_FOUND);
  }

  @Test
  void problemsOfASocketAlone() {
    assertThat(
            problems(
                """
                name: t
                cancel: {path: /c}
                socket:
                  path: /jobs/{id}
                  frames: status
                  unknownJob: waiting
                  time: ts
                  echo: {json: {a: 1}}
                """))
        .containsExactly(
            "api.yaml:2:1: /cancel: found 'cancel' beside a socket alone, expected it with 'submit' and 'status'",
            "api.yaml:4:3: /socket/path: found {id}, which a socket without jobs does not have",
            "api.yaml:5:3: /socket/frames: found 'status', expected an object with a status rule,"
                + " because there is no status call",
            "api.yaml:6:3: /socket/unknownJob: unknown key 'unknownJob'; known keys are path,"
                + " query, headers, subprotocols, firstMessages, frames, time, sequence, error,"
                + " echo, closesAtEnd",
            "api.yaml:7:3: /socket/time: found 'ts', expected a JSON pointer: did you mean '/ts'?",
            "api.yaml:8:3: /socket/echo: expected {mark} in the text, or {$mark: \"\"} in the"
                + " document: no answer could be told from another");
    assertThat(problems("name: t\nsocket: 1\n"))
        .containsExactly(
            "api.yaml:2:1: /socket: found 1, expected an object with path, query, headers,"
                + " subprotocols, firstMessages, frames, time, sequence, error, echo, closesAtEnd");
  }

  @Test
  void problemsOfEchoMarksAndMeanings() {
    assertThat(problems("name: t\nsocket: {echo: {json: {$mark: 1}, text: a}}"))
        .containsExactly("api.yaml:2:10: /socket/echo: expected either 'json' or 'text'");
    assertThat(problems("name: t\nsocket: {echo: {text: '{tag} {mark}'}}"))
        .containsExactly(
            "api.yaml:2:17: /socket/echo/text: found {tag}, which an echo message does not have");
    assertThat(problems("name: t\nsocket: {firstMessages: [{json: {$mark: ''}}]}"))
        .containsExactly(
            "api.yaml:2:34: /socket/firstMessages/0/json/$mark: found $mark, which a socket"
                + " without jobs does not have");
    assertThat(problems(JOBS + "  unknownJob: [lost]\n"))
        .containsExactly(
            "api.yaml:10:16: /socket/unknownJob/0: found 'lost', expected one of waiting, running,"
                + " succeeded, failed, cancelled, timed_out, not_found, nothing");
    assertThat(problems(JOBS + "  time: {zone: UTC}\n"))
        .containsExactly(
            "api.yaml:10:3: /socket/time: the key 'pointer' is missing: a JSON pointer such as"
                + " /job_id or /data/0/id, or a list of them");
    assertThat(problems(JOBS.replace("  path: /jobs/{id}/live", "  sequence: /n")))
        .containsExactly(
            "api.yaml:8:1: /socket: the key 'path' is missing: a path that begins with a slash,"
                + " such as /jobs/{id}");
  }
}
