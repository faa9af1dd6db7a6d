package stress.simulator;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import stress.clock.NanoClock;
import stress.clock.Timers;

/** Accepts or refuses the upgrades of progress sockets and ties sockets to their feeds. */
final class SocketFront {
  private static final String TARGET = "socket";
  private final Dialect dialect;
  private final Desk desk;
  private final Tally tally;
  private final Gate gate;
  private final Upgrades upgrades;
  private final NanoClock clock;
  private final Timers timers;
  private final Timers exact;
  private final Chance chance;
  private final List<FaultRule> rules;

  /**
   * @param timers for looking at jobs
   * @param exact for frames that are held back
   */
  SocketFront(
      Dialect dialect,
      Desk desk,
      Tally tally,
      Gate gate,
      Upgrades upgrades,
      NanoClock clock,
      Timers timers,
      Timers exact,
      SimulatorConfig config) {
    this.dialect = dialect;
    this.desk = desk;
    this.tally = tally;
    this.gate = gate;
    this.upgrades = upgrades;
    this.clock = clock;
    this.timers = timers;
    this.exact = exact;
    this.chance = new Chance(config.seed());
    this.rules = config.faults().of(TARGET);
  }

  void upgrade(HttpServerRequest request, List<String> path) {
    long number = tally.sockets().asked(SocketKind.PROGRESS);
    SocketFaults faults = SocketFaults.decide(rules, chance, number, tally);
    tally.request(TARGET);
    request.pause();
    gate.pass(() -> decide(request, path, faults));
  }

  private void decide(HttpServerRequest request, List<String> path, SocketFaults faults) {
    Optional<Answer> wrong = upgrades.wrong(request);
    Optional<FaultRule> refusal = faults.refusal();
    Optional<String> id = dialect.socketOf(path);
    if (wrong.isPresent()) {
      refuse(request, wrong.get());
    } else if (refusal.isPresent()) {
      faults.done(refusal.get());
      FaultRule.Code code = (FaultRule.Code) refusal.get().value();
      refuse(request, code.onto(dialect.error(code.code(), "no socket here")));
    } else if (id.isPresent()) {
      accept(request, id.get(), faults);
    } else if (faults.has("any-path")) {
      faults.done("any-path");
      accept(request, path.isEmpty() ? "" : path.get(path.size() - 1), faults);
    } else {
      refuse(request, dialect.error(dialect.refusalOfPath(), "no socket here"));
    }
  }

  private void refuse(HttpServerRequest request, Answer answer) {
    tally.answer(TARGET, answer.code());
    upgrades.refuse(request, SocketKind.PROGRESS, answer);
  }

  private void accept(HttpServerRequest request, String id, SocketFaults faults) {
    upgrades.accept(request, SocketKind.PROGRESS, id, socket -> open(socket, id, faults));
  }

  private void open(OpenSocket socket, String id, SocketFaults faults) {
    Feed feed =
        new Feed(
            id,
            () -> desk.find(id).map(desk::told),
            dialect.feed(),
            faults,
            socket,
            clock,
            timers,
            gate,
            new LateFrames(clock, exact, gate, tally.sockets()));
    socket.onText(text -> gate.pass(() -> feed.message(text)));
    socket.onBinary(bytes -> {});
    socket.onClosed(feed::closed);
    feed.opened();
  }
}
