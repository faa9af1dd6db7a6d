package stress.run;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import stress.measure.End;

/** Asks a run to end early; the first reason given counts. Any thread. */
public final class StopSignal {
  /**
   * @param because what happened, as half a sentence; absent where the end says all
   */
  private record Reason(End end, Optional<String> because) {}

  private final CompletableFuture<Reason> reason = new CompletableFuture<>();

  /** Ends the run for this reason, if nothing has ended it yet. */
  public void stop(End why) {
    reason.complete(new Reason(why, Optional.empty()));
  }

  /**
   * Ends the run because what it measures has failed, if nothing has ended it yet.
   *
   * @param because half a sentence for the report: what failed, when, by which numbers
   */
  public void abort(String because) {
    reason.complete(new Reason(End.ABORTED, Optional.of(because)));
  }

  /** The reason given first, if one was. */
  public Optional<End> asked() {
    return Optional.ofNullable(reason.getNow(null)).map(Reason::end);
  }

  /** Why the run was aborted, if it was. */
  Optional<String> aborted() {
    return Optional.ofNullable(reason.getNow(null)).flatMap(Reason::because);
  }

  /** Completes with the reason, on the given executor. */
  Uni<End> on(Executor eventLoop) {
    return Uni.createFrom().completionStage(() -> reason.thenApply(Reason::end)).emitOn(eventLoop);
  }
}
