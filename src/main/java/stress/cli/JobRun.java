package stress.cli;

import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicBoolean;
import stress.measure.End;
import stress.measure.RunResult;
import stress.run.Plan;
import stress.run.RunListener;
import stress.run.Runner;
import stress.run.StopSignal;
import stress.transport.SocketSettings;
import stress.transport.Tls;
import stress.verdict.ExitCode;

/** Carries out a plan on the real machinery and waits for it: the one await of the program. */
final class JobRun {
  private final Process process;
  private final Vertx vertx;
  private final boolean quiet;

  JobRun(Process process, Vertx vertx, boolean quiet) {
    this.process = process;
    this.vertx = vertx;
    this.quiet = quiet;
  }

  /**
   * @param tls whom we trust
   * @param settings of the sockets
   * @param stop what SIGINT and SIGTERM are passed on to
   */
  RunResult carryOut(Plan plan, Tls tls, SocketSettings settings, StopSignal stop) {
    onSignal("INT", stop, End.INTERRUPTED, ExitCode.INTERRUPTED);
    onSignal("TERM", stop, End.TERMINATED, ExitCode.TERMINATED);
    ProgressPrinter progress = new ProgressPrinter(process.console());
    RunListener listener =
        new AbortListener(plan.thresholds(), stop, quiet ? ProgressPrinter.silent() : progress);
    try (Machinery machinery = new Machinery(vertx, plan.connectTimeout(), tls, settings)) {
      RunResult run =
          machinery
              .rehearsed(plan)
              .onItem()
              .transformToUni(done -> new Runner(plan, machinery.ports(), listener, stop).run())
              .await()
              .indefinitely();
      if (!quiet) {
        progress.finish();
      }
      return run;
    }
  }

  /** The first signal ends the run, which is still reported; a second one leaves at once. */
  private void onSignal(String name, StopSignal stop, End end, ExitCode code) {
    AtomicBoolean again = new AtomicBoolean();
    process
        .signals()
        .handle(
            name,
            () -> {
              if (again.getAndSet(true)) {
                process.leave().accept(code.code());
              }
              stop.stop(end);
            });
  }
}
