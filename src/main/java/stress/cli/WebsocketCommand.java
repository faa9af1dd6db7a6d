package stress.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import stress.measure.RunResult;
import stress.run.Plan;
import stress.transport.Tls;

/** {@code stress websocket}: opens connections, holds them, tries errors, reports and judges. */
@Command(
    name = Routing.SOCKETS,
    aliases = Routing.SOCKETS_IN_SHORT,
    description = "Open WebSockets, hold them, send, try errors, report and judge.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples",
      "  stress websocket --connections 50 --duration 10s --simulate",
      "  stress ws --url ws://localhost:8000 --test-type all",
      "  stress ws --url wss://host/feed --contract none --connections 1000",
      "  stress ws --url ws://host/echo --contract echo --test-type throughput",
    })
public final class WebsocketCommand implements Callable<Integer> {
  @Mixin private SocketOptions options;

  private final Process process;
  private final VertxSource vertx;

  /**
   * @param vertx asked for only when the command is known to be right
   */
  public WebsocketCommand(Process process, VertxSource vertx) {
    this.process = process;
    this.vertx = vertx;
  }

  @Override
  public Integer call() {
    SocketPlanMaker maker = new SocketPlanMaker(options, process.environment());
    maker.preflight(ProcessLimits.read());
    Tls tls = options.access.tls();
    Reporting reporting = new Reporting(process, options.output);
    try (EmbeddedTarget target = new EmbeddedTarget(vertx)) {
      Plan plan = maker.plan(maker.simulator().map(target::start));
      RunResult run =
          new JobRun(process, vertx.get(), options.output.quiet)
              .carryOut(plan, tls, maker.settings());
      return reporting.publish(run, Unreached.hint(run, plan.base().socket().display()));
    }
  }
}
