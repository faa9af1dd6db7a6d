package stress.transport;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import stress.clock.ManualTime;
import stress.measure.Closer;
import stress.measure.ErrorKind;

/** A target's sockets on manual time: a test's script drives each one that is dialled. */
public final class FakeSockets implements Sockets {
  /** One dialled socket, as the target has it; what the client does on it is kept. */
  public final class Line implements SocketLink {
    private final SocketCall call;
    private final long dialled = time.nanos();
    private final MultiEmitter<? super SocketEvent> emitter;
    private final List<byte[]> sent = new ArrayList<>();
    private final List<byte[]> pings = new ArrayList<>();
    private final List<Integer> closes = new ArrayList<>();
    private Consumer<byte[]> onSent = bytes -> {};
    private Consumer<byte[]> onPing = payload -> {};
    private boolean writable = true;
    private boolean dropped;
    private boolean over;

    Line(SocketCall call, MultiEmitter<? super SocketEvent> emitter) {
      this.call = call;
      this.emitter = emitter;
    }

    public SocketCall call() {
      return call;
    }

    public long dialled() {
      return dialled;
    }

    /** Whether one of the two sides has ended it. */
    public boolean isOver() {
      return over;
    }

    public void opened() {
      opened(dialled);
    }

    /** Dialling took from {@code dialled} until now. */
    public void opened(long dialled) {
      Handshake handshake =
          new Handshake(
              dialled,
              OptionalLong.empty(),
              dialled,
              OptionalLong.empty(),
              time.nanos(),
              "127.0.0.1",
              Optional.empty(),
              false,
              0);
      opened(handshake);
    }

    public void opened(Handshake handshake) {
      emitter.emit(new SocketEvent.Opened(handshake, this, time.nanos()));
    }

    public void message(String text) {
      message(true, text.getBytes(StandardCharsets.UTF_8));
    }

    public void message(boolean text, byte[] payload) {
      emitter.emit(new SocketEvent.Message(text, payload, 1, time.nanos()));
    }

    public void pong(byte[] payload) {
      emitter.emit(new SocketEvent.Pong(payload, time.nanos()));
    }

    /** Closed by the target. */
    public void closed(int code, String reason) {
      closed(Closer.TARGET, code, reason);
    }

    public void closed(Closer by, int code, String reason) {
      closed(new SocketEvent.Closed(by, code, reason, "", time.nanos()));
    }

    public void closed(SocketEvent.Closed event) {
      last(event);
    }

    public void refused(int status) {
      refused(status, Optional.empty());
    }

    public void refused(int status, Optional<Duration> retryAfter) {
      Refusal refusal = new Refusal(status, retryAfter, Optional.empty(), "");
      last(
          new SocketEvent.Failed(
              ErrorKind.UPGRADE_REFUSED, "", Optional.of(refusal), dialled, time.nanos()));
    }

    public void failed(ErrorKind kind) {
      last(new SocketEvent.Failed(kind, "", Optional.empty(), dialled, time.nanos()));
    }

    private void last(SocketEvent event) {
      over = true;
      emitter.emit(event);
      emitter.complete();
    }

    /** Messages that the client sent. */
    public List<byte[]> sent() {
      return List.copyOf(sent);
    }

    /** Pings that the client sent. */
    public List<byte[]> pings() {
      return List.copyOf(pings);
    }

    /** Codes of the close frames that the client sent; nothing is answered by itself. */
    public List<Integer> closes() {
      return List.copyOf(closes);
    }

    /** Whether the client cut the connection. */
    public boolean isDropped() {
      return dropped;
    }

    /** Called with each message that the client sends. */
    public void onSent(Consumer<byte[]> reaction) {
      onSent = reaction;
    }

    /** Called with each ping that the client sends. */
    public void onPing(Consumer<byte[]> reaction) {
      onPing = reaction;
    }

    public void writable(boolean now) {
      writable = now;
    }

    @Override
    public void text(byte[] utf8) {
      sent.add(utf8);
      onSent.accept(utf8);
    }

    @Override
    public void binary(byte[] bytes) {
      sent.add(bytes);
      onSent.accept(bytes);
    }

    @Override
    public void ping(byte[] payload) {
      pings.add(payload);
      onPing.accept(payload);
    }

    @Override
    public void close(int code, String reason) {
      closes.add(code);
    }

    @Override
    public void drop() {
      dropped = true;
    }

    @Override
    public boolean writable() {
      return writable;
    }
  }

  private final ManualTime time;
  private final Consumer<Line> script;
  private final List<Line> lines = new ArrayList<>();

  public FakeSockets(ManualTime time, Consumer<Line> script) {
    this.time = time;
    this.script = script;
  }

  @Override
  public Multi<SocketEvent> open(SocketCall call) {
    return Multi.createFrom().emitter(emitter -> dial(call, emitter), BackPressureStrategy.BUFFER);
  }

  private void dial(SocketCall call, MultiEmitter<? super SocketEvent> emitter) {
    Line line = new Line(call, emitter);
    lines.add(line);
    emitter.onTermination(() -> line.over = true);
    script.accept(line);
  }

  /** All sockets that were dialled so far. */
  public List<Line> lines() {
    return List.copyOf(lines);
  }

  /** Sockets that neither side has ended. */
  public long open() {
    return lines.stream().filter(line -> !line.over).count();
  }
}
