package stress.websocket;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import stress.client.JobReference;
import stress.transport.SocketEvent;

/** One proper socket and what is heard on it. Event loop; used once. */
final class CaseSocket {
  private final CaseTools tools;
  private final Optional<JobReference> job;
  private final CaseWatch watch;
  private final CaseHeard heard;
  private final long began;

  CaseSocket(CaseTools tools, Optional<JobReference> job) {
    this.tools = tools;
    this.job = job;
    this.watch = new CaseWatch(tools.timers());
    this.heard = new CaseHeard(tools.sockets());
    this.began = tools.clock().nanos();
  }

  /** Opens it, works, and closes it when the work is done. */
  <T> Uni<T> run(Supplier<Uni<T>> work) {
    Uni<T> events =
        tools
            .sockets()
            .open(job)
            .onItem()
            .invoke(this::take)
            .onItem()
            .ignoreAsUni()
            .onItem()
            .transformToUni(over -> Uni.createFrom().nothing());
    return Uni.join().first(Uni.createFrom().deferred(work::get), events).toTerminate();
  }

  private void take(SocketEvent event) {
    heard.take(event);
    watch.changed();
  }

  CaseHeard heard() {
    return heard;
  }

  /** When it was made. */
  long began() {
    return began;
  }

  /** Whether it became true within the patience from now. */
  Uni<Boolean> await(BooleanSupplier enough) {
    return await(enough, tools.clock().nanos() + tools.patience().toNanos());
  }

  Uni<Boolean> await(BooleanSupplier enough, long deadline) {
    return watch.await(enough, deadline);
  }

  /** Whether it opened; waits until it is known. */
  Uni<Boolean> opened() {
    return await(() -> heard.opened().isPresent() || heard.over())
        .onItem()
        .transform(came -> heard.opened().isPresent());
  }

  void ping(String text) {
    heard.link().ifPresent(link -> link.ping(text.getBytes(StandardCharsets.UTF_8)));
  }
}
