package stress.transport;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import stress.clock.ManualTime;
import stress.measure.ErrorKind;

/** A target's bare connections on manual time: a test's script drives each one that is made. */
public final class FakeWires implements Wires {
  /** One connection, as the target has it; what the client does on it is kept. */
  public final class Wire implements WireLink {
    private final WireCall call;
    private final MultiEmitter<? super WireEvent> emitter;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private Consumer<byte[]> onWritten = bytes -> {};
    private boolean paused;
    private boolean over;
    private int resumed;

    Wire(WireCall call, MultiEmitter<? super WireEvent> emitter) {
      this.call = call;
      this.emitter = emitter;
    }

    public WireCall call() {
      return call;
    }

    public void connected() {
      emitter.emit(new WireEvent.Connected(this, time.nanos()));
    }

    public void bytes(byte[] bytes) {
      emitter.emit(new WireEvent.Bytes(bytes, time.nanos()));
    }

    public void text(String text) {
      bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void ended(boolean reset) {
      last(new WireEvent.Ended(reset, time.nanos()));
    }

    public void failed(ErrorKind kind) {
      last(new WireEvent.Failed(kind, "", time.nanos()));
    }

    private void last(WireEvent event) {
      over = true;
      emitter.emit(event);
      emitter.complete();
    }

    /** Called with each piece that the client writes. */
    public void onWritten(Consumer<byte[]> reaction) {
      onWritten = reaction;
    }

    /** Everything that the client wrote. */
    public byte[] written() {
      return written.toByteArray();
    }

    public boolean isPaused() {
      return paused;
    }

    /** How often the client began to read again. */
    public int resumed() {
      return resumed;
    }

    /** Whether one of the two sides has ended it. */
    public boolean isOver() {
      return over;
    }

    @Override
    public void write(byte[] bytes) {
      written.writeBytes(bytes);
      onWritten.accept(bytes);
    }

    @Override
    public void pause() {
      paused = true;
    }

    @Override
    public void resume() {
      paused = false;
      resumed++;
    }

    @Override
    public void drop() {
      over = true;
    }
  }

  private final ManualTime time;
  private final Consumer<Wire> script;
  private final List<Wire> wires = new ArrayList<>();

  public FakeWires(ManualTime time, Consumer<Wire> script) {
    this.time = time;
    this.script = script;
  }

  @Override
  public Multi<WireEvent> open(WireCall call) {
    return Multi.createFrom().emitter(emitter -> dial(call, emitter), BackPressureStrategy.BUFFER);
  }

  private void dial(WireCall call, MultiEmitter<? super WireEvent> emitter) {
    Wire wire = new Wire(call, emitter);
    wires.add(wire);
    emitter.onTermination(() -> wire.over = true);
    script.accept(wire);
  }

  /** All connections that were made so far. */
  public List<Wire> wires() {
    return List.copyOf(wires);
  }
}
