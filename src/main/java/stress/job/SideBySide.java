package stress.job;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import stress.load.Start;
import stress.load.Starter;

/**
 * Carries out all starts that it is given, each at once, and tells when the last has come to its
 * end. One thread.
 *
 * <p>Mutiny's merge would do, but it looks at everything that is in flight whenever one thing ends.
 * There is no bound on how many go on: that is the pacer's to keep, and a second one here would
 * delay starts unseen.
 */
final class SideBySide implements Starter {
  /** One start on its way; equal to itself alone. */
  private static final class Going {
    private Optional<Cancellable> subscription = Optional.empty();
  }

  private final Function<Start, Uni<Void>> work;
  private final UniEmitter<? super Void> over;
  private final Set<Going> all = new HashSet<>();
  private boolean exhausted;
  private boolean closed;

  /**
   * @param over completed after the last end, or failed with the first failure; cancelling it
   *     cancels all that goes on
   */
  SideBySide(Function<Start, Uni<Void>> work, UniEmitter<? super Void> over) {
    this.work = work;
    this.over = over;
    over.onTermination(this::close);
  }

  @Override
  public void start(Start start) {
    if (closed) {
      return;
    }
    Going going = new Going();
    all.add(going);
    Cancellable subscription =
        Uni.createFrom()
            .deferred(() -> work.apply(start))
            .subscribe()
            .with(done -> ended(going), over::fail);
    going.subscription = Optional.of(subscription);
  }

  @Override
  public void exhausted() {
    exhausted = true;
    completeIfOver();
  }

  private void ended(Going going) {
    all.remove(going);
    completeIfOver();
  }

  private void completeIfOver() {
    if (exhausted && all.isEmpty()) {
      over.complete(null);
    }
  }

  private void close() {
    closed = true;
    List<Going> left = List.copyOf(all);
    all.clear();
    left.forEach(going -> going.subscription.ifPresent(Cancellable::cancel));
  }
}
