package stress.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import stress.measure.Scenario;
import stress.run.StopSignal;
import stress.transport.SocketSettings;

/** {@code stress jobs}: submits jobs, follows them to the end, reports and judges. */
@Command(
    name = "jobs",
    description = "Submit jobs, follow them to the end, report and judge.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples",
      "  stress jobs --jobs 50 --simulate",
      "  stress jobs --url http://localhost:8000 --jobs 20 --batch-size 5",
      "  stress jobs --rate 20/s --duration 1m --follow auto --save run.json",
      "  stress jobs --contract my-api.yaml --stages 30s@5/s,1m@5/s..50/s",
    })
public final class JobsCommand implements LoadCommand {
  @Mixin private JobOptions options;

  private final Process process;
  private final VertxSource vertx;

  /**
   * @param vertx asked for only when the command is known to be right
   */
  public JobsCommand(Process process, VertxSource vertx) {
    this.process = process;
    this.vertx = vertx;
  }

  @Override
  public List<Scenario> scenarios() {
    return options.follow.testType.scenarios();
  }

  @Override
  public void demand(List<String> thresholds) {
    options.thresholds.thresholds.addAll(thresholds);
  }

  @Override
  public Preparation prepare() {
    PlanMaker maker = new PlanMaker(options, process.environment());
    return new Preparation(
        maker::plan,
        maker.simulator(),
        options.access.tls(),
        SocketSettings.usual(),
        plan -> plan.base().http());
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
