package stress.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import stress.clock.NanoClock;
import stress.measure.ErrorKind;

/** Bare connections on the run's own Vert.x event loop; subscribe there, and use links there. */
public final class VertxWires implements Wires, AutoCloseable {
  private final VertxInternal vertx;
  private final NanoClock clock;
  private final Dialler dialler;
  private final Set<Wire> open = ConcurrentHashMap.newKeySet();

  /**
   * @param localAddresses from which connections leave in turn; empty leaves it to the system
   * @throws IllegalArgumentException when a local address is no address
   */
  public VertxWires(Vertx vertx, NanoClock clock, List<String> localAddresses, Tls tls) {
    this.vertx = (VertxInternal) vertx;
    this.clock = clock;
    this.dialler = new Dialler(vertx, clock, localAddresses, tls);
  }

  @Override
  public Multi<WireEvent> open(WireCall call) {
    return Multi.createFrom()
        .emitter(
            emitter -> new Wire(call, emitter, vertx.getOrCreateContext()).begin(),
            BackPressureStrategy.BUFFER);
  }

  /** Cuts what is open. Any thread. */
  @Override
  public void close() {
    open.forEach(wire -> wire.context.emit(now -> wire.drop()));
  }

  /** One connection, from its dialling to its end. Event loop. */
  private final class Wire extends ChannelInboundHandlerAdapter
      implements Dialler.Listener, WireLink {
    private final WireCall call;
    private final MultiEmitter<? super WireEvent> emitter;
    private final ContextInternal context;
    private Dialler.Dial dial;
    private Channel channel;
    private Arrival arrival;
    private Runnable untimed = () -> {};
    private boolean standing;
    private boolean reset;
    private boolean over;

    Wire(WireCall call, MultiEmitter<? super WireEvent> emitter, ContextInternal context) {
      this.call = call;
      this.emitter = emitter;
      this.context = context;
    }

    void begin() {
      open.add(this);
      emitter.onTermination(() -> context.emit(now -> abandoned()));
      dial = dialler.dial(call.url(), call.receiveBuffer(), this);
      if (over) {
        dial.cancel();
      }
    }

    @Override
    public void dialling(long at) {
      long timer =
          context.setTimer(
              Math.max(1, call.timeout().toMillis()),
              fired ->
                  fail(
                      channel == null ? ErrorKind.CONNECT_TIMEOUT : ErrorKind.REQUEST_TIMEOUT,
                      channel == null ? "" : "in the TLS handshake",
                      clock.nanos()));
      untimed = () -> context.owner().cancelTimer(timer);
    }

    @Override
    public void resolved(long at) {
      // Bare connections are not measured by phases.
    }

    @Override
    public void connected(Channel made, Arrival first, String address, long at) {
      channel = made;
      arrival = first;
      channel.pipeline().addLast("wire", this);
      if (!call.url().secure()) {
        stands(at);
      }
    }

    @Override
    public void secured(long at) {
      stands(at);
    }

    private void stands(long at) {
      untimed.run();
      standing = true;
      emitter.emit(new WireEvent.Connected(this, at));
    }

    @Override
    public void failed(Throwable failure) {
      ErrorKind kind = FailureKinds.of(failure);
      fail(kind, FailureKinds.detail(failure, kind), clock.nanos());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      try {
        if (!over && message instanceof ByteBuf part) {
          byte[] bytes = new byte[part.readableBytes()];
          part.readBytes(bytes);
          emitter.emit(new WireEvent.Bytes(bytes, arrival.at()));
        }
      } finally {
        ReferenceCountUtil.release(message);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
      if (!standing) {
        failed(failure);
      } else {
        reset |= FailureKinds.words(failure).equals("connection reset");
        ctx.close();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      if (standing) {
        ended();
      } else {
        fail(ErrorKind.CONNECTION_LOST, "", arrival.at());
      }
    }

    private void ended() {
      if (!over) {
        leave();
        emitter.emit(new WireEvent.Ended(reset, arrival.at()));
        emitter.complete();
      }
    }

    private void fail(ErrorKind kind, String detail, long at) {
      if (!over && !standing) {
        leave();
        if (dial != null) {
          dial.cancel();
        }
        emitter.emit(new WireEvent.Failed(kind, detail, at));
        emitter.complete();
      }
    }

    private void leave() {
      over = true;
      untimed.run();
      open.remove(this);
    }

    private void abandoned() {
      if (!over) {
        leave();
        cutOrCancel();
      }
    }

    private void cutOrCancel() {
      if (standing) {
        Arrival.cut(channel);
      } else if (dial != null) {
        dial.cancel();
      }
    }

    @Override
    public void write(byte[] bytes) {
      if (!over) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(bytes), channel.voidPromise());
      }
    }

    @Override
    public void pause() {
      channel.config().setAutoRead(false);
    }

    @Override
    public void resume() {
      channel.config().setAutoRead(true);
    }

    @Override
    public void drop() {
      if (!over && standing) {
        leave();
        Arrival.cut(channel);
        emitter.emit(new WireEvent.Ended(false, clock.nanos()));
        emitter.complete();
      } else if (!over) {
        abandoned();
        emitter.complete();
      }
    }
  }
}
