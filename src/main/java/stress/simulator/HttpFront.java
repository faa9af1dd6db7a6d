package stress.simulator;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import stress.clock.NanoClock;
import stress.clock.Timers;

/** Takes HTTP requests in, through faults and stalls, to the dialect. Event loop only. */
final class HttpFront {
  private final Dialect dialect;
  private final Desk desk;
  private final Tally tally;
  private final Gate gate;
  private final SocketFront sockets;
  private final TalkFront talks;
  private final Function<Boolean, Future<String>> truth;
  private final NanoClock clock;
  private final Timers timers;
  private final Chance chance;
  private final Map<Endpoint, List<FaultRule>> rules = new EnumMap<>(Endpoint.class);

  /**
   * @param truth as JSON; true with every socket
   */
  HttpFront(
      Dialect dialect,
      Desk desk,
      Tally tally,
      Gate gate,
      SocketFront sockets,
      TalkFront talks,
      Function<Boolean, Future<String>> truth,
      NanoClock clock,
      Timers timers,
      SimulatorConfig config) {
    this.dialect = dialect;
    this.desk = desk;
    this.tally = tally;
    this.gate = gate;
    this.sockets = sockets;
    this.talks = talks;
    this.truth = truth;
    this.clock = clock;
    this.timers = timers;
    this.chance = new Chance(config.seed());
    for (Endpoint endpoint : Endpoint.values()) {
      rules.put(endpoint, config.faults().of(endpoint.text()));
    }
  }

  void handle(HttpServerRequest request) {
    String raw = request.path() == null ? "/" : request.path();
    if (raw.equals("/simulator/truth")) {
      request.response().putHeader("Content-Type", "application/json");
      truth.apply("all".equals(request.getParam("sockets"))).onSuccess(request.response()::end);
      return;
    }
    gate.touch();
    boolean upgrade = request.headers().contains("Upgrade", "websocket", true);
    List<String> path = Call.segments(raw);
    Optional<SocketKind> talk = TalkFront.at(raw);
    if (talk.isPresent()) {
      talks.handle(request, talk.get(), upgrade);
    } else if (upgrade) {
      sockets.upgrade(request, path);
    } else {
      plain(request, path);
    }
  }

  private void plain(HttpServerRequest request, List<String> path) {
    Route route = dialect.route(request.method(), path);
    long number = tally.request(route.endpoint().text());
    RequestFaults faults = RequestFaults.decide(rules.get(route.endpoint()), chance, number);
    if (request.method().equals(HttpMethod.POST)) {
      request
          .body()
          .onSuccess(body -> gate.pass(() -> delayed(request, route, body, faults, number)));
    } else {
      gate.pass(() -> delayed(request, route, Buffer.buffer(), faults, number));
    }
  }

  private void delayed(
      HttpServerRequest request, Route route, Buffer body, RequestFaults faults, long number) {
    long pause = 0;
    for (FaultRule rule : faults.delays()) {
      tally.fault(rule.kind());
      double part = chance.uniform(rule.kind() + " length", number);
      pause += ((FaultRule.Pause) rule.value()).nanos(part);
    }
    Exchange exchange = new Exchange(request, route, body, faults, tally);
    if (pause == 0) {
      serve(exchange);
    } else {
      timers.at(clock.nanos() + pause, () -> gate.pass(() -> serve(exchange)));
    }
  }

  private void serve(Exchange exchange) {
    Optional<FaultRule> decisive = exchange.faults().decisive();
    if (decisive.isEmpty()) {
      exchange.send(usual(exchange));
      return;
    }
    FaultRule rule = decisive.get();
    if (rule.name().equals("duplicate") && desk.newest().isEmpty()) {
      exchange.send(usual(exchange));
      return;
    }
    tally.fault(rule.kind());
    switch (rule.name()) {
      case "status" -> {
        FaultRule.Code code = (FaultRule.Code) rule.value();
        exchange.send(code.onto(dialect.error(code.code(), "simulated fault")));
      }
      case "reset" -> exchange.reset();
      case "silence" -> {}
      case "type" -> exchange.sendPage(((FaultRule.Text) rule.value()).text());
      case "duplicate" -> {
        Job newest = desk.newest().orElseThrow();
        newest.answeredAgain();
        exchange.send(dialect.accepted(newest));
      }
      case "lost" -> {
        usual(exchange);
        exchange.reset();
      }
      case "malformed" -> exchange.sendCut(usual(exchange));
      default -> {
        usual(exchange);
        exchange.send(Answer.empty(204));
      }
    }
  }

  private Answer usual(Exchange exchange) {
    try {
      return dialect.answer(exchange.route(), exchange.call());
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }
}
