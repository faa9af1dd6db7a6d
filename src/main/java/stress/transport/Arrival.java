package stress.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import stress.clock.NanoClock;

/**
 * First in a connection's pipeline: reads the clock before anything else is done with what came,
 * and lets the rest of the pipeline run on the run's Vert.x context.
 */
final class Arrival extends ChannelInboundHandlerAdapter {
  private final NanoClock clock;
  private final ContextInternal context;
  private long at;

  Arrival(NanoClock clock, ContextInternal context) {
    this.clock = clock;
    this.context = context;
    this.at = clock.nanos();
  }

  /** When the latest bytes, or the end, were there. */
  long at() {
    return at;
  }

  long now() {
    return clock.nanos();
  }

  /** Runs the task on the run's loop and context: at once when called there. Any thread. */
  void onLoop(Runnable task) {
    context.emit(now -> task.run());
  }

  /** Runs the task later on the loop; what is returned forgets it. */
  Runnable after(Duration wait, Runnable task) {
    long timer = context.setTimer(Math.max(1, wait.toMillis()), fired -> task.run());
    return () -> context.owner().cancelTimer(timer);
  }

  /** Cuts the connection without a good-bye, neither TLS's nor TCP's, and whatever is unsent. */
  static void cut(Channel channel) {
    if (channel.isOpen()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
      channel.pipeline().firstContext().close(); // behind the TLS handler
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    at = clock.nanos();
    ContextInternal before = context.beginDispatch();
    try {
      ctx.fireChannelRead(bytes);
    } finally {
      context.endDispatch(before);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    at = clock.nanos();
    ContextInternal before = context.beginDispatch();
    try {
      ctx.fireChannelInactive();
    } finally {
      context.endDispatch(before);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
    at = clock.nanos();
    ContextInternal before = context.beginDispatch();
    try {
      ctx.fireExceptionCaught(failure);
    } finally {
      context.endDispatch(before);
    }
  }
}
