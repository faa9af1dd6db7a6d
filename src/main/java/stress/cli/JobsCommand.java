package stress.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import stress.measure.RunResult;
import stress.run.Plan;
import stress.transport.SocketSettings;
import stress.transport.Tls;

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
public final class JobsCommand implements Callable<Integer> {
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
  public Integer call() {
    PlanMaker maker = new PlanMaker(options, process.environment());
    Tls tls = options.access.tls();
    Reporting reporting = new Reporting(process, options.output);
    try (EmbeddedTarget target = new EmbeddedTarget(vertx)) {
      Plan plan = maker.plan(maker.simulator().map(target::start));
      RunResult run =
          new JobRun(process, vertx.get(), options.output.quiet)
              .carryOut(plan, tls, SocketSettings.usual());
      return reporting.publish(run, Unreached.hint(run, plan.base().http().display()));
    }
  }
}
