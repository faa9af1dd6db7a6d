package stress.simulator;

import io.vertx.core.http.HttpServerRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stress.clock.NanoClock;
import stress.clock.Timers;

/** Accepts or refuses the sockets that have to do with no job: echo and push. Event loop only. */
final class TalkFront {
  private final Dialect dialect;
  private final Tally tally;
  private final Gate gate;
  private final Upgrades upgrades;
  private final NanoClock clock;
  private final Timers exact;
  private final Instants instants;
  private final Chance chance;
  private final PushTicker ticker;
  private final Map<SocketKind, List<FaultRule>> rules = new EnumMap<>(SocketKind.class);

  TalkFront(
      Dialect dialect,
      Tally tally,
      Gate gate,
      Upgrades upgrades,
      NanoClock clock,
      Timers exact,
      Instants instants,
      SimulatorConfig config) {
    this.dialect = dialect;
    this.tally = tally;
    this.gate = gate;
    this.upgrades = upgrades;
    this.clock = clock;
    this.exact = exact;
    this.instants = instants;
    this.chance = new Chance(config.seed());
    this.ticker = new PushTicker(clock, exact, gate);
    for (SocketKind kind : SocketKind.values()) {
      rules.put(kind, config.faults().of(kind.text()));
    }
  }

  /** What a raw path is for, if it is for one of these. */
  static Optional<SocketKind> at(String path) {
    return switch (path) {
      case "/echo" -> Optional.of(SocketKind.ECHO);
      case "/push" -> Optional.of(SocketKind.PUSH);
      default -> Optional.empty();
    };
  }

  /**
   * @param upgrade whether the request asks for a WebSocket
   */
  void handle(HttpServerRequest request, SocketKind kind, boolean upgrade) {
    if (!upgrade) {
      Map<String, String> how = Map.of("Upgrade", "websocket");
      upgrades.refuse(request, kind, dialect.error(426, "a WebSocket is here").with(how));
      return;
    }
    long number = tally.sockets().asked(kind);
    SocketFaults faults = SocketFaults.decide(rules.get(kind), chance, number, tally);
    request.pause();
    gate.pass(() -> decide(request, kind, faults));
  }

  private void decide(HttpServerRequest request, SocketKind kind, SocketFaults faults) {
    Optional<Answer> wrong = upgrades.wrong(request);
    Optional<FaultRule> refusal = faults.refusal();
    if (wrong.isPresent()) {
      upgrades.refuse(request, kind, wrong.get());
    } else if (refusal.isPresent()) {
      faults.done(refusal.get());
      FaultRule.Code code = (FaultRule.Code) refusal.get().value();
      upgrades.refuse(request, kind, code.onto(dialect.error(code.code(), "no socket now")));
    } else if (kind == SocketKind.ECHO) {
      upgrades.accept(request, kind, request.path(), socket -> echo(socket, faults));
    } else {
      push(request, faults);
    }
  }

  private LateFrames late() {
    return new LateFrames(clock, exact, gate, tally.sockets());
  }

  private void echo(OpenSocket socket, SocketFaults faults) {
    EchoTalk talk = new EchoTalk(faults, socket, late());
    socket.onText(text -> gate.pass(() -> talk.answer(() -> socket.send(text), socket::slowDown)));
    socket.onBinary(
        bytes -> gate.pass(() -> talk.answer(() -> socket.send(bytes), socket::slowDown)));
    socket.onClosed(talk::closed);
  }

  private void push(HttpServerRequest request, SocketFaults faults) {
    PushOrder order;
    try {
      order = PushOrder.parse(request::getParam);
    } catch (IllegalArgumentException wrong) {
      upgrades.refuse(request, SocketKind.PUSH, dialect.error(400, wrong.getMessage()));
      return;
    }
    upgrades.accept(
        request,
        SocketKind.PUSH,
        request.path(),
        socket -> {
          PushFeed feed = new PushFeed(order, faults, socket, late(), instants, clock);
          socket.onText(text -> {});
          socket.onBinary(bytes -> {});
          socket.onClosed(feed::closed);
          ticker.add(feed);
        });
  }
}
