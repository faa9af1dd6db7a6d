package stress.websocket;

import io.smallrye.mutiny.Uni;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import stress.clock.Timers;
import stress.transport.TargetUrl;
import stress.transport.WireCall;
import stress.transport.WireEvent;
import stress.transport.WireLink;

/** One bare connection and what is said on it. Event loop; used once. */
final class RawTalk {
  private final CaseTools tools;
  private final TargetUrl url;
  private final OptionalInt receiveBuffer;
  private final CaseWatch watch;
  private final RawSeen seen = new RawSeen();
  private final long began;
  private boolean slow;
  private Timers.Timer sips = () -> {};

  /**
   * @param receiveBuffer bytes that the system may take in ahead of us, where that matters
   */
  RawTalk(CaseTools tools, TargetUrl url, OptionalInt receiveBuffer) {
    this.tools = tools;
    this.url = url;
    this.receiveBuffer = receiveBuffer;
    this.watch = new CaseWatch(tools.timers());
    this.began = tools.clock().nanos();
  }

  /** Connects, works, and cuts the connection when the work is done. */
  <T> Uni<T> run(Supplier<Uni<T>> work) {
    Uni<T> wire =
        tools
            .wires()
            .open(new WireCall(url, receiveBuffer, tools.patience()))
            .onItem()
            .invoke(this::heard)
            .onItem()
            .ignoreAsUni()
            .onItem()
            .transformToUni(over -> Uni.createFrom().nothing());
    return Uni.join()
        .first(Uni.createFrom().deferred(work::get), wire)
        .toTerminate()
        .onTermination()
        .invoke(() -> sips.cancel());
  }

  private void heard(WireEvent event) {
    seen.take(event);
    if (slow && event instanceof WireEvent.Bytes) {
      seen.link().ifPresent(WireLink::pause);
    }
    watch.changed();
  }

  RawSeen seen() {
    return seen;
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

  /**
   * Waits until the connection stands.
   *
   * <p>Fails with {@link CaseStopped} when it does not.
   */
  Uni<RawSeen> connected() {
    return await(() -> seen.link().isPresent() || seen.over())
        .onItem()
        .transform(came -> standing());
  }

  private RawSeen standing() {
    if (seen.link().isPresent()) {
      return seen;
    }
    long nanos = tools.clock().nanos() - began;
    throw new CaseStopped(
        seen.failed()
            .map(f -> CaseWords.unreachable(f.kind(), f.detail(), nanos))
            .orElseGet(() -> CaseOutcome.nothing("did not take the connection", nanos)));
  }

  /** Connects, asks, and waits for what is answered, if anything is. */
  Uni<RawSeen> asked(RawHandshake handshake) {
    return connected()
        .onItem()
        .invoke(() -> send(handshake.bytes()))
        .onItem()
        .transformToUni(s -> await(() -> seen.answer().isPresent() || seen.over()))
        .onItem()
        .transform(came -> seen);
  }

  /**
   * Connects and upgrades.
   *
   * <p>Fails with {@link CaseStopped} when the answer is not 101.
   */
  Uni<RawSeen> upgraded(RawHandshake handshake) {
    return asked(handshake).onItem().invoke(this::checkUpgraded);
  }

  private void checkUpgraded() {
    if (!seen.upgraded()) {
      throw new CaseStopped(
          CaseOutcome.impossible(
              "could not be carried out: the target " + CaseWords.answered(seen)));
    }
  }

  void send(byte[] bytes) {
    seen.link().ifPresent(link -> link.write(bytes));
  }

  /** Reads nothing any more. */
  void stopReading() {
    seen.link().ifPresent(WireLink::pause);
  }

  /** Reads, from now on, only what the system hands over at once, once in so many nanoseconds. */
  void sip(long nanos) {
    slow = true;
    stopReading();
    nextSip(nanos);
  }

  private void nextSip(long nanos) {
    sips =
        tools
            .timers()
            .at(
                tools.clock().nanos() + nanos,
                () -> {
                  seen.link().ifPresent(WireLink::resume);
                  nextSip(nanos);
                });
  }
}
