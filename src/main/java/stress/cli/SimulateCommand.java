package stress.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stress.clock.NanoClock;
import stress.clock.WallClock;
import stress.simulator.Simulator;
import stress.simulator.SimulatorConfig;
import stress.verdict.ExitCode;

/** {@code stress simulate}: a job API to try things on, until a signal ends it. */
@Command(
    name = "simulate",
    description = "Run a job API to try things on: a real queue, workers, faults on demand.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Personalities: monte-carlo, monte-carlo-open (never closes its sockets),",
      "monte-carlo-async, other.",
      "",
      "Job times: 250ms, uniform(100ms,300ms), exponential(200ms),",
      "lognormal(300ms,0.5) (median, sigma), compute (as long as it takes).",
      "",
      "Faults: TARGET.FAULT=VALUE:SHARE, separated by ';'. For example",
      "submit.status=503:5%%; status.delay=200ms:10%%; job.stuck:1%%;",
      "socket.close=1011:1%%; server.stall=2s@5s (2 s long, 5 s after the start).",
      "",
      "Sockets that need no job: /echo, and /push?rate=10&size=200&count=&frame=",
      "(messages a second, bytes, close after so many, fragments of so many bytes).",
      "Faults of theirs: echo.delay=50ms~10ms; echo.lost:1%%; push.gap:1%%.",
      "",
      "GET /simulator/truth tells what it really did, ?sockets=all socket by socket.",
      "",
      "Examples",
      "  stress simulate",
      "  stress simulate --port 0 --sim-workers 20 --job-time 'lognormal(300ms,0.5)'",
      "  stress simulate --faults 'submit.status=503:5%%; job.stuck:1%%'",
    })
public final class SimulateCommand implements Callable<Integer> {
  private static final int SECONDS = 10;
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Where to listen (default: 127.0.0.1)")
  private String host = "127.0.0.1";

  @Option(names = "--port", paramLabel = "N", description = "0 takes a free one (default: 8000)")
  private int port = 8000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides results, times and faults (default: 1)")
  private long seed = 1;

  @Mixin private SimulatorOptions options;

  @Mixin private ServerTlsOptions tls;

  private final Process process;
  private final VertxSource vertx;

  public SimulateCommand(Process process, VertxSource vertx) {
    this.process = process;
    this.vertx = vertx;
  }

  @Override
  public Integer call() throws InterruptedException {
    SimulatorConfig config = config();
    Simulator simulator =
        new Simulator(vertx.get(), NanoClock.system(), WallClock.system(), config);
    CountDownLatch over = new CountDownLatch(1);
    process.signals().handle("INT", over::countDown);
    process.signals().handle("TERM", over::countDown);
    try {
      Waiting.on(simulator.start(), SECONDS, TimeUnit.SECONDS);
    } catch (IllegalStateException failed) {
      throw new UsageError(
          "--host " + host + " --port " + port + ": cannot listen there: " + failed.getMessage());
    }
    process
        .console()
        .out()
        .println("simulator: " + simulator.url() + " (" + config.personality().text() + ")");
    process.console().out().flush();
    over.await();
    Waiting.on(simulator.stop(), SECONDS, TimeUnit.SECONDS);
    return ExitCode.PASSED.code();
  }

  private SimulatorConfig config() {
    UsageError.unless(!host.isBlank(), "--host", "expected an address such as 127.0.0.1");
    UsageError.unless(
        port >= 0 && port <= HIGHEST_PORT, "--port " + port, "expected 0 (any free one) to 65535");
    SimulatorConfig config = options.toConfig(seed).withHost(host).withPort(port);
    return tls.toTls().map(config::withTls).orElse(config);
  }
}
