package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import stress.client.JobClient;
import stress.client.RunKey;
import stress.client.SmallContracts;
import stress.client.SocketClient;
import stress.client.TargetBase;
import stress.clock.ManualTime;
import stress.contract.Contract;
import stress.contract.Meaning;
import stress.contract.Socket;
import stress.measure.CaseResult;
import stress.transport.FakeHttp;
import stress.transport.FakeSockets;
import stress.transport.FakeWires;
import stress.transport.TargetUrl;

/** A scripted target on manual time, and the suite in front of it. */
final class CaseBench {
  static final String UPGRADED = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";
  static final TargetUrl SOCKETS = TargetUrl.parse("ws://target:9000/base");
  private static final String NO_JOBS =
      "name: open\nsubmit: {path: /s, id: /id}\n"
          + "status: {path: '/jobs/{id}', word: /status, words: {running: running}}\n"
          + "socket: {path: /events, frames: status}\n";

  private static final String HELLO =
      "name: hello\nsocket: {subprotocols: [v1], firstMessages: [{text: hello}]}\n";

  final ManualTime time = new ManualTime();
  final List<String> requests = new ArrayList<>();
  Consumer<FakeSockets.Line> sockets = line -> line.failed(stress.measure.ErrorKind.OTHER);
  Consumer<FakeWires.Wire> wires = wire -> {};
  Function<String, FakeHttp.Reply> status = id -> FakeHttp.Reply.status(200, job(id, "done"));
  Function<String, FakeHttp.Reply> submit = id -> FakeHttp.Reply.status(200, job(id, "waiting"));
  Set<Meaning> unknownJob = CaseTools.NO_SUCH_JOB;
  boolean jobs = true;
  final FakeSockets fakeSockets = new FakeSockets(time, line -> sockets.accept(line));
  final FakeWires fakeWires = new FakeWires(time, wire -> wires.accept(wire));
  final FakeHttp http =
      new FakeHttp(
          time,
          call -> {
            String line = FakeHttp.line(call);
            String last = line.substring(line.lastIndexOf('/') + 1);
            return line.contains("/submit/") ? submit.apply("job" + last) : status.apply(last);
          });

  static String job(String id, String word) {
    return "{\"id\":\"" + id + "\",\"status\":\"" + word + "\"}";
  }

  /** The same socket, for a client that says hello first and speaks v1. */
  private static Socket greeting(Socket socket) {
    Socket hello = SmallContracts.api(HELLO).findSocket().orElseThrow();
    return new Socket(
        socket.path(),
        socket.query(),
        socket.headers(),
        hello.subprotocols(),
        hello.firstMessages(),
        socket.rule(),
        socket.time(),
        socket.sequence(),
        socket.error(),
        socket.echo(),
        socket.unknownJob(),
        socket.closesAtEnd());
  }

  private CaseTools tools() {
    Contract contract = jobs ? SmallContracts.full() : SmallContracts.read(NO_JOBS);
    TargetBase base =
        new TargetBase(
            TargetUrl.parse("http://target:9000"), SOCKETS, Map.of("Authorization", "Bearer t"));
    Duration timeout = Duration.ofSeconds(5);
    return new CaseTools(
        new SocketClient(greeting(contract.socket().orElseThrow()), fakeSockets, base, timeout),
        jobs
            ? Optional.of(new JobClient(contract, http, base, new RunKey(1, "cases"), timeout))
            : Optional.empty(),
        fakeWires,
        SOCKETS,
        unknownJob,
        time,
        time,
        timeout,
        Duration.ofSeconds(30));
  }

  /** Runs one case to its end, which has to come within two minutes of manual time. */
  CaseResult run(String id) {
    List<CaseResult> results = run(ErrorCase.named(id));
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  List<CaseResult> run(List<ErrorCase> cases) {
    List<CaseResult> results = new ArrayList<>();
    suite().run(cases).subscribe().with(results::addAll);
    for (int i = 0; i < 12_000 && results.isEmpty(); i++) {
      time.advance(Duration.ofMillis(10));
    }
    return results;
  }

  ErrorSuite suite() {
    return new ErrorSuite(tools());
  }

  /** A wire that takes the connection and hands every piece that comes on it to the reaction. */
  static Consumer<FakeWires.Wire> wire(BiConsumer<FakeWires.Wire, byte[]> reaction) {
    return wire -> {
      wire.onWritten(bytes -> reaction.accept(wire, bytes));
      wire.connected();
    };
  }

  /** A wire that answers the request with this. */
  Consumer<FakeWires.Wire> answering(String answer) {
    return wire(
        (wire, bytes) -> {
          String text = new String(bytes, StandardCharsets.ISO_8859_1);
          if (text.startsWith("GET ")) {
            requests.add(text);
            wire.text(answer);
          }
        });
  }

  /** A wire that upgrades, and then hands each frame that comes to the reaction. */
  Consumer<FakeWires.Wire> upgrading(BiConsumer<FakeWires.Wire, RawFrame> reaction) {
    return wire -> {
      RawFrames reader = new RawFrames();
      wire.onWritten(
          bytes -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (text.startsWith("GET ")) {
              requests.add(text);
              wire.text(UPGRADED);
            } else {
              reader.take(bytes).forEach(frame -> reaction.accept(wire, frame));
            }
          });
      wire.connected();
    };
  }

  /** A socket that opens and answers pings after that time. */
  Consumer<FakeSockets.Line> pinging(Duration trip) {
    return line -> {
      line.onPing(payload -> time.at(time.nanos() + trip.toNanos(), () -> line.pong(payload)));
      line.opened();
    };
  }

  void later(Duration wait, Runnable task) {
    time.at(time.nanos() + wait.toNanos(), task);
  }
}
