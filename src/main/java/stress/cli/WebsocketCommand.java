package stress.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import stress.measure.Scenario;
import stress.run.StopSignal;

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
public final class WebsocketCommand implements LoadCommand {
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
  public List<Scenario> scenarios() {
    return options.connections.testType.scenarios();
  }

  @Override
  public void demand(List<String> thresholds) {
    options.thresholds.thresholds.addAll(thresholds);
  }

  @Override
  public Preparation prepare() {
    SocketPlanMaker maker = new SocketPlanMaker(options, process.environment());
    maker.preflight(ProcessLimits.read());
    return new Preparation(
        maker::plan,
        maker.simulator(),
        options.access.tls(),
        maker.settings(),
        plan -> plan.base().socket());
  }

  @Override
  public Integer call() {
    Preparation prepared = prepare();
    Reporting reporting = new Reporting(process, options.output);
    Preparation.Carried done =
        prepared.carryOut(process, vertx, options.output.quiet, new StopSignal());
    return reporting.publish(done.run(), done.hint());
  }
}
