package stress.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import stress.client.ControlClient;
import stress.client.JobReference;
import stress.client.Waits;
import stress.clock.NanoClock;
import stress.measure.Counter;
import stress.measure.Ledger;

/** Cancels the jobs that a run made and did not see settle, a few at a time and within a bound. */
final class Cleanup {
  /** However many jobs are left, cleaning up ends after this. */
  static final long LONGEST_NANOS = 10_000_000_000L;

  private static final int AT_A_TIME = 16;

  private final ControlClient control;
  private final NanoClock clock;
  private final Waits waits;

  Cleanup(ControlClient control, NanoClock clock, Waits waits) {
    this.control = control;
    this.clock = clock;
    this.waits = waits;
  }

  /**
   * What could not be cancelled within the bound counts as failed.
   *
   * @param latest the instant at which the whole run must be over, where there is one
   */
  private Uni<Void> cancel(List<JobReference> jobs, Ledger ledger, OptionalLong latest) {
    long bound = clock.nanos() + LONGEST_NANOS;
    long end = Math.min(bound, latest.orElse(bound));
    long before = ledger.counted(Counter.CLEANED);
    Uni<Void> all =
        Multi.createFrom()
            .iterable(jobs)
            .onItem()
            .transformToUni(control::cancel)
            .merge(AT_A_TIME)
            .onItem()
            .invoke(cancelled -> count(cancelled, ledger))
            .onItem()
            .ignoreAsUni();
    return Uni.join()
        .first(all, waits.until(end))
        .toTerminate()
        .invoke(
            () -> {
              long cleaned = ledger.counted(Counter.CLEANED) - before;
              ledger.count(Counter.CLEANUP_FAILED, jobs.size() - cleaned);
            });
  }

  /** Cancels where that was asked for, the contract can and there is anything left. */
  Uni<Void> ifAsked(boolean asked, List<JobReference> left, Ledger ledger, OptionalLong latest) {
    return asked && control.canCancel() && !left.isEmpty()
        ? cancel(left, ledger, latest)
        : Uni.createFrom().voidItem();
  }

  /** What a reader should know about jobs that were left or could not be cancelled. */
  List<String> notes(boolean asked, int left) {
    List<String> notes = new ArrayList<>();
    if (left > 0 && !asked) {
      notes.add(
          left
              + (left == 1 ? " job was" : " jobs were")
              + " left at the target unsettled; --cleanup cancels such jobs");
    }
    if (asked && !control.canCancel()) {
      notes.add("--cleanup did nothing: the contract has no cancel call");
    }
    return notes;
  }

  private static void count(ControlClient.Cancelled cancelled, Ledger ledger) {
    if (cancelled != ControlClient.Cancelled.NO) {
      ledger.count(Counter.CLEANED);
    }
  }
}
