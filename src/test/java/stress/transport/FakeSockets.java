package stress.transport;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import stress.clock.ManualTime;
import stress.measure.ErrorKind;

/** A target's sockets on manual time: a test's script drives each one that is dialled. */
public final class FakeSockets implements Sockets {
  /** One dialled socket, as the target has it. */
  public final class Line {
    private final SocketCall call;
    private final long dialled = time.nanos();
    private final MultiEmitter<? super SocketEvent> emitter;
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
      emitter.emit(new SocketEvent.Opened(dialled, time.nanos()));
    }

    public void text(String text) {
      emitter.emit(new SocketEvent.Text(text, time.nanos()));
    }

    public void closed(int code, String reason) {
      last(new SocketEvent.Closed(code, reason, time.nanos()));
    }

    public void refused(int status) {
      last(
          new SocketEvent.Failed(
              ErrorKind.UPGRADE_REFUSED, OptionalInt.of(status), "", time.nanos()));
    }

    private void last(SocketEvent event) {
      over = true;
      emitter.emit(event);
      emitter.complete();
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
