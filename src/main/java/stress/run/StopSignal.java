package stress.run;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import stress.measure.End;

/** Asks a run to end early; the first reason given counts. Any thread. */
public final class StopSignal {
  private final CompletableFuture<End> reason = new CompletableFuture<>();

  /** Ends the run for this reason, if nothing has ended it yet. */
  public void stop(End why) {
    reason.complete(why);
  }

  /** Completes with the reason, on the given executor. */
  Uni<End> on(Executor eventLoop) {
    return Uni.createFrom().completionStage(() -> reason.copy()).emitOn(eventLoop);
  }
}
