package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import stress.client.JobClient;
import stress.client.RunKey;
import stress.client.SocketClient;
import stress.client.SocketExtras;
import stress.client.TargetBase;
import stress.clock.NanoClock;
import stress.clock.SystemTimers;
import stress.clock.WallClock;
import stress.contract.Contract;
import stress.contract.ContractFiles;
import stress.contract.Meaning;
import stress.measure.CaseResult;
import stress.measure.CaseResult.Verdict;
import stress.simulator.Personality;
import stress.simulator.Simulator;
import stress.simulator.SimulatorConfig;
import stress.transport.SocketSettings;
import stress.transport.TargetUrl;
import stress.transport.Tls;
import stress.transport.VertxHttp;
import stress.transport.VertxSockets;
import stress.transport.VertxWires;

/**
 * The whole list over loopback, against the simulator's APIs and against a target that is wrong.
 */
final class ErrorSuiteIT {
  private static final String OTHER =
      Path.of("src/test/resources/contracts/simulator-other.yaml").toAbsolutePath().toString();
  private static final NanoClock CLOCK = NanoClock.system();

  /** The simulator has no time-out for connections that say nothing. */
  private static final Map<String, Verdict> KNOWN = Map.of("connect-timeout", Verdict.NO_REACTION);

  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final Executor loop = task -> context.runOnContext(unused -> task.run());
  private final SystemTimers timers = new SystemTimers(CLOCK, loop);

  @AfterEach
  void close() throws Exception {
    timers.close();
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private Contract contract(String name) {
    return new ContractFiles(variable -> Optional.empty()).find(name);
  }

  private CaseTools tools(String url, Contract contract, Set<Meaning> unknownJob) {
    TargetUrl http = TargetUrl.parse(url);
    TargetUrl sockets = TargetUrl.parse(url.replaceFirst("^http", "ws"));
    TargetBase base = new TargetBase(http, sockets, Map.of());
    Duration patience = Duration.ofSeconds(3);
    VertxHttp client = new VertxHttp(vertx, CLOCK, 10, patience, Tls.usual());
    return new CaseTools(
        client(contract, base, patience),
        Optional.of(new JobClient(contract, client, base, new RunKey(1, "cases"), patience)),
        new VertxWires(vertx, CLOCK, List.of(), Tls.usual()),
        sockets,
        unknownJob,
        CLOCK,
        timers,
        patience,
        Duration.ofSeconds(20));
  }

  private SocketClient client(Contract contract, TargetBase base, Duration timeout) {
    return SocketClient.of(
        contract,
        new VertxSockets(vertx, CLOCK, SocketSettings.usual(), Tls.usual()),
        base,
        timeout,
        SocketExtras.NONE);
  }

  private List<CaseResult> run(CaseTools tools, List<ErrorCase> cases) throws Exception {
    CompletableFuture<List<CaseResult>> results = new CompletableFuture<>();
    loop.execute(
        () ->
            new ErrorSuite(tools)
                .run(cases)
                .subscribe()
                .with(results::complete, results::completeExceptionally));
    return results.get(120, TimeUnit.SECONDS);
  }

  private Map<String, Verdict> simulated(
      Personality personality, String contract, Set<Meaning> unknownJob) throws Exception {
    SimulatorConfig config =
        SimulatorConfig.defaults().withPersonality(personality).withJobTime("250ms");
    Simulator simulator = new Simulator(vertx, CLOCK, WallClock.system(), config);
    await(simulator.start());
    List<CaseResult> results =
        run(tools(simulator.url(), contract(contract), unknownJob), ErrorCase.all());
    await(simulator.stop());
    show(personality.text(), results);
    return results.stream().collect(Collectors.toMap(CaseResult::id, CaseResult::verdict));
  }

  private static void show(String target, List<CaseResult> results) {
    results.forEach(
        r ->
            System.out.printf(
                "%-18s %-18s %-16s %8.1f ms  %s%n",
                target, r.id(), r.verdict().text(), r.nanos() / 1e6, r.reaction()));
  }

  private static Map<String, Verdict> with(Map<String, Verdict> some, String id, Verdict verdict) {
    Map<String, Verdict> more = new HashMap<>(some);
    more.put(id, verdict);
    return more;
  }

  /** All as expected but these. */
  private static void assertOnly(Map<String, Verdict> verdicts, Map<String, Verdict> exceptions) {
    assertThat(verdicts).hasSize(ErrorCase.all().size()).containsAllEntriesOf(exceptions);
    assertThat(verdicts.entrySet())
        .filteredOn(one -> !exceptions.containsKey(one.getKey()))
        .allMatch(one -> one.getValue() == Verdict.AS_EXPECTED);
  }

  @Test
  void monteCarlo() throws Exception {
    assertOnly(
        simulated(
            Personality.MONTE_CARLO, "monte-carlo", Set.of(Meaning.NOT_FOUND, Meaning.WAITING)),
        KNOWN);
  }

  @Test
  void monteCarloWhoseUnknownJobsMustBeToldSo() throws Exception {
    assertOnly(
        simulated(Personality.MONTE_CARLO, "monte-carlo", CaseTools.NO_SUCH_JOB),
        with(KNOWN, "unknown-job", Verdict.NOT_AS_EXPECTED));
  }

  @Test
  void monteCarloAsync() throws Exception {
    assertOnly(
        simulated(Personality.MONTE_CARLO_ASYNC, "monte-carlo-async", CaseTools.NO_SUCH_JOB),
        KNOWN);
  }

  @Test
  void other() throws Exception {
    assertOnly(simulated(Personality.OTHER, OTHER, CaseTools.NO_SUCH_JOB), KNOWN);
  }

  @Test
  void aTargetThatUpgradesEverythingIsCaught() throws Exception {
    HttpServer server =
        await(
            vertx
                .createHttpServer()
                .requestHandler(
                    request -> {
                      if (request.headers().contains("Upgrade")) {
                        request.toWebSocket();
                      } else {
                        request.response().end("{\"job_id\":\"j1\",\"status\":\"completed\"}");
                      }
                    })
                .listen(0, "127.0.0.1"));
    List<CaseResult> results =
        run(
            tools(
                "http://127.0.0.1:" + server.actualPort(),
                contract("monte-carlo"),
                CaseTools.NO_SUCH_JOB),
            ErrorCase.named("unknown-path,unknown-job,after-end,missing-upgrade"));
    show("upgrades all", results);
    assertThat(results)
        .extracting(CaseResult::verdict)
        .containsExactly(
            Verdict.NO_REACTION, Verdict.NOT_AS_EXPECTED, Verdict.AS_EXPECTED, Verdict.NO_REACTION);
  }
}
