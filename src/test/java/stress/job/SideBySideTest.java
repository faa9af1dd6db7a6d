package stress.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stress.load.Start;
import stress.load.Starter;

class SideBySideTest {
  private final Map<Long, UniEmitter<? super Void>> going = new LinkedHashMap<>();
  private final List<Long> cancelled = new ArrayList<>();
  private Starter starter;

  private final Uni<Void> all =
      Uni.createFrom().<Void>emitter(over -> starter = new SideBySide(this::work, over));

  private Uni<Void> work(Start start) {
    return Uni.createFrom()
        .<Void>emitter(end -> going.put(start.index(), end))
        .onCancellation()
        .invoke(() -> cancelled.add(start.index()));
  }

  private UniAssertSubscriber<Void> begun() {
    return all.subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private void start(long index) {
    starter.start(new Start(index, 0, true));
  }

  @Test
  void allGoOnAtOnceAndTheLastEndCompletes() {
    UniAssertSubscriber<Void> subscriber = begun();
    for (long i = 0; i < 1_000; i++) {
      start(i);
    }
    assertThat(going).hasSize(1_000);
    starter.exhausted();
    for (long i = 999; i > 0; i--) {
      going.get(i).complete(null);
    }
    subscriber.assertNotTerminated();
    going.get(0L).complete(null);
    subscriber.assertCompleted();
    assertThat(cancelled).isEmpty();
  }

  @Test
  void endsBeforeTheLastStartDoNotComplete() {
    UniAssertSubscriber<Void> subscriber = begun();
    start(0);
    going.get(0L).complete(null);
    subscriber.assertNotTerminated();
    starter.exhausted();
    subscriber.assertCompleted();
  }

  @Test
  void workThatEndsAtOnceIsForgotten() {
    UniAssertSubscriber<Void> subscriber =
        Uni.createFrom()
            .<Void>emitter(over -> starter = new SideBySide(s -> Uni.createFrom().voidItem(), over))
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create());
    start(0);
    start(1);
    starter.exhausted();
    subscriber.assertCompleted();
  }

  @Test
  void cancellingCancelsAllThatGoesOnAndStartsNothingMore() {
    UniAssertSubscriber<Void> subscriber = begun();
    start(0);
    start(1);
    going.get(0L).complete(null);
    subscriber.cancel();
    assertThat(cancelled).containsExactly(1L);
    start(2);
    assertThat(going).containsOnlyKeys(0L, 1L);
  }

  @Test
  void theFirstFailureFailsAllAndCancelsTheOthers() {
    UniAssertSubscriber<Void> subscriber = begun();
    start(0);
    start(1);
    going.get(1L).fail(new IllegalStateException("a bug"));
    subscriber.assertFailedWith(IllegalStateException.class, "a bug");
    assertThat(cancelled).containsExactly(0L);
  }

  @Test
  void workThatCannotBeginFailsAll() {
    UniAssertSubscriber<Void> subscriber =
        Uni.createFrom()
            .<Void>emitter(
                over ->
                    starter =
                        new SideBySide(
                            s -> {
                              throw new IllegalStateException("a bug");
                            },
                            over))
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create());
    start(0);
    subscriber.assertFailedWith(IllegalStateException.class, "a bug");
  }
}
