package stress.transport;

import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The events of one socket as they came, on which a test waits. */
final class Seen {
  final List<SocketEvent> events = new CopyOnWriteArrayList<>();
  final CompletableFuture<Void> completed = new CompletableFuture<>();
  private final Context loop;
  private final CompletableFuture<Cancellable> subscription = new CompletableFuture<>();
  private volatile SocketLink link;

  private Seen(Context loop) {
    this.loop = loop;
  }

  static Seen of(Sockets sockets, SocketCall call, Context loop) {
    return of(sockets, call, loop, (event, link) -> {});
  }

  /**
   * @param reaction to each event, on the event loop
   */
  static Seen of(
      Sockets sockets,
      SocketCall call,
      Context loop,
      BiConsumer<SocketEvent, SocketLink> reaction) {
    Seen seen = new Seen(loop);
    loop.runOnContext(
        now ->
            seen.subscription.complete(
                sockets
                    .open(call)
                    .subscribe()
                    .with(
                        event -> seen.saw(event, reaction),
                        seen.completed::completeExceptionally,
                        () -> seen.completed.complete(null))));
    return seen;
  }

  private void saw(SocketEvent event, BiConsumer<SocketEvent, SocketLink> reaction) {
    if (event instanceof SocketEvent.Opened opened) {
      link = opened.link();
    }
    events.add(event);
    reaction.accept(event, link);
  }

  void cancel() {
    loop.runOnContext(now -> subscription.join().cancel());
  }

  SocketEvent.Opened opened() throws Exception {
    return (SocketEvent.Opened) await(SocketEvent.Opened.class::isInstance);
  }

  SocketEvent.Failed failed() throws Exception {
    completed.get(30, TimeUnit.SECONDS);
    if (events.size() != 1) {
      throw new AssertionError("expected one event: " + events);
    }
    return (SocketEvent.Failed) events.get(0);
  }

  /** The last event, once the stream has completed. */
  SocketEvent.Closed closed() throws Exception {
    completed.get(30, TimeUnit.SECONDS);
    if (events.stream().filter(SocketEvent.Closed.class::isInstance).count() != 1) {
      throw new AssertionError("expected one Closed: " + events);
    }
    return (SocketEvent.Closed) events.get(events.size() - 1);
  }

  List<SocketEvent.Message> messages() {
    return events.stream()
        .filter(SocketEvent.Message.class::isInstance)
        .map(SocketEvent.Message.class::cast)
        .toList();
  }

  List<String> texts() {
    return messages().stream()
        .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
        .toList();
  }

  void onLoop(java.util.function.Consumer<SocketLink> what) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    loop.runOnContext(
        now -> {
          what.accept(link);
          done.complete(null);
        });
    done.get(30, TimeUnit.SECONDS);
  }

  SocketEvent await(Predicate<SocketEvent> wanted) throws Exception {
    for (int i = 0; i < 3_000; i++) {
      for (SocketEvent event : events) {
        if (wanted.test(event)) {
          return event;
        }
      }
      if (completed.isDone()) {
        break;
      }
      try {
        completed.get(10, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        continue;
      }
    }
    throw new AssertionError("did not come: " + events);
  }
}
