package stress.websocket;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import stress.clock.Timers;

/** Waits for something to become true of what is being seen, or for a deadline. One thread. */
final class CaseWatch {
  private record Waiting(
      BooleanSupplier enough, UniEmitter<? super Boolean> emitter, Timers.Timer timer) {}

  private final Timers timers;
  private final List<Waiting> waiting = new ArrayList<>();

  CaseWatch(Timers timers) {
    this.timers = timers;
  }

  /** Whether it became true before the deadline; at once where it is true already. */
  Uni<Boolean> await(BooleanSupplier enough, long deadline) {
    return Uni.createFrom().emitter(emitter -> await(enough, deadline, emitter));
  }

  private void await(BooleanSupplier enough, long deadline, UniEmitter<? super Boolean> emitter) {
    if (enough.getAsBoolean()) {
      emitter.complete(true);
      return;
    }
    Timers.Timer timer = timers.at(deadline, () -> emitter.complete(enough.getAsBoolean()));
    Waiting one = new Waiting(enough, emitter, timer);
    waiting.add(one);
    emitter.onTermination(
        () -> {
          timer.cancel();
          waiting.remove(one);
        });
  }

  /** Something happened. */
  void changed() {
    for (Waiting one : List.copyOf(waiting)) {
      if (one.enough().getAsBoolean()) {
        one.timer().cancel();
        waiting.remove(one);
        one.emitter().complete(true);
      }
    }
  }
}
