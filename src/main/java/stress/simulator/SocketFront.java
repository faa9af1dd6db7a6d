package stress.simulator;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Optional;
import stress.clock.NanoClock;
import stress.clock.Timers;

/** Accepts or refuses upgrades and ties sockets to their feeds. Event loop only. */
final class SocketFront {
  private final Dialect dialect;
  private final Desk desk;
  private final Tally tally;
  private final Gate gate;
  private final NanoClock clock;
  private final Timers timers;
  private final Chance chance;
  private final List<FaultRule> rules;

  SocketFront(
      Dialect dialect,
      Desk desk,
      Tally tally,
      Gate gate,
      NanoClock clock,
      Timers timers,
      SimulatorConfig config) {
    this.dialect = dialect;
    this.desk = desk;
    this.tally = tally;
    this.gate = gate;
    this.clock = clock;
    this.timers = timers;
    this.chance = new Chance(config.seed());
    this.rules = config.faults().of("socket");
  }

  void upgrade(HttpServerRequest request, List<String> path) {
    SocketFaults faults = SocketFaults.decide(rules, chance, tally.socketAsked(), tally);
    tally.request("socket");
    request.pause();
    gate.pass(() -> decide(request, dialect.socketOf(path), faults));
  }

  private void decide(HttpServerRequest request, Optional<String> id, SocketFaults faults) {
    Optional<FaultRule> refusal = faults.refusal();
    if (refusal.isPresent()) {
      faults.done(refusal.get());
      refuse(request, ((FaultRule.Code) refusal.get().value()).code());
    } else if (id.isEmpty()) {
      refuse(request, dialect.refusalOfPath());
    } else {
      HttpConnection connection = request.connection();
      Connections.gather(connection);
      request
          .toWebSocket()
          .onSuccess(socket -> open(socket, connection, id.get(), faults))
          .onFailure(broken -> Connections.cut(connection));
      request.resume();
    }
  }

  private void refuse(HttpServerRequest request, int code) {
    request.resume();
    tally.socketRefused();
    tally.answer("socket", code);
    request
        .response()
        .setStatusCode(code)
        .putHeader("Content-Type", "application/json")
        .end(dialect.error(code, "no socket here").body().orElse(""));
  }

  private void open(
      ServerWebSocket socket, HttpConnection connection, String id, SocketFaults faults) {
    tally.socketOpened();
    SocketWire wire = new SocketWire(socket, connection, tally);
    Feed feed =
        new Feed(
            id,
            () -> desk.find(id).map(desk::told),
            dialect.feed(),
            faults,
            wire,
            clock,
            timers,
            gate);
    socket.textMessageHandler(text -> gate.pass(() -> feed.message(text)));
    socket.exceptionHandler(broken -> feed.gone());
    socket.closeHandler(
        closed -> {
          feed.gone();
          wire.closed();
        });
    feed.opened();
  }
}
