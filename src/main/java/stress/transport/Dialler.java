package stress.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.concurrent.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import stress.clock.NanoClock;
import stress.measure.ErrorKind;

/**
 * Makes TCP connections on the caller's event loop, with TLS where the scheme asks for it, and
 * tells the instant of each phase.
 *
 * <p>A limited number dials at once, so that a burst of starts does not overrun the target's queue
 * of connections that wait to be accepted; the others wait here before their dialling begins.
 */
final class Dialler {
  private static final int AT_ONCE = 256;

  /** Hears of one connection's progress, on the event loop; nothing after it was cancelled. */
  interface Listener {
    void dialling(long at);

    /** Not called where the host is an address already. */
    void resolved(long at);

    /**
     * TCP stands, and nothing was read yet: the listener adds its handler here. With TLS, what goes
     * wrong before {@link #secured} comes to that handler as an exception.
     */
    void connected(Channel channel, Arrival arrival, String address, long at);

    /** TLS stands; only called with a secure scheme. */
    void secured(long at);

    void failed(Throwable failure);
  }

  private final VertxInternal vertx;
  private final NanoClock clock;
  private final Names names;
  private final List<InetAddress> localAddresses;
  private final Tls tls;
  private final ChannelFactory<? extends Channel> channels;
  private final Deque<Dial> waiting = new ArrayDeque<>();
  private int dialling;
  private int nextLocal;

  /**
   * @throws IllegalArgumentException when one of the local addresses is none
   */
  Dialler(Vertx vertx, NanoClock clock, List<String> localAddresses, Tls tls) {
    this.vertx = (VertxInternal) vertx;
    this.clock = clock;
    this.names = new Names(vertx, clock);
    this.localAddresses = localAddresses.stream().map(Dialler::local).toList();
    this.tls = tls;
    this.channels = this.vertx.transport().channelFactory(false);
  }

  private static InetAddress local(String text) {
    return Names.literal(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + text + "': expected an address of this machine such as 127.0.0.2"));
  }

  /** Begins to dial, at once or when it is this one's turn. */
  Dial dial(TargetUrl url, OptionalInt receiveBuffer, Listener listener) {
    Dial dial = new Dial(url, receiveBuffer, listener, vertx.getOrCreateContext());
    if (dialling < AT_ONCE) {
      dial.begin();
    } else {
      waiting.add(dial);
    }
    return dial;
  }

  private void oneLess() {
    dialling--;
    while (dialling < AT_ONCE && !waiting.isEmpty()) {
      waiting.remove().begin();
    }
  }

  /** One connection being made. */
  final class Dial {
    private final TargetUrl url;
    private final OptionalInt receiveBuffer;
    private final Listener listener;
    private final ContextInternal context;
    private boolean counted;
    private boolean over;
    private Channel channel;

    Dial(TargetUrl url, OptionalInt receiveBuffer, Listener listener, ContextInternal context) {
      this.url = url;
      this.receiveBuffer = receiveBuffer;
      this.listener = listener;
      this.context = context;
    }

    /** Gives it up, and cuts what stands already. */
    void cancel() {
      over = true;
      if (channel != null) {
        channel.close();
      }
      uncount();
    }

    private void begin() {
      if (over) {
        return;
      }
      dialling++;
      counted = true;
      listener.dialling(clock.nanos());
      Names.literal(url.host())
          .ifPresentOrElse(
              address -> connect(List.of(address)),
              () -> names.resolve(url.host(), this::resolved));
    }

    private void uncount() {
      if (counted) {
        counted = false;
        oneLess();
      }
    }

    private void resolved(List<InetAddress> addresses, Throwable failure) {
      if (over) {
        return;
      }
      if (failure != null) {
        fail(failure);
        return;
      }
      listener.resolved(clock.nanos());
      connect(addresses);
    }

    /** To the first of the addresses; to the others in turn when nobody listens at it. */
    private void connect(List<InetAddress> addresses) {
      InetSocketAddress remote = new InetSocketAddress(addresses.get(0), url.port());
      Bootstrap bootstrap = bootstrap();
      ChannelFuture connecting =
          localAddresses.isEmpty()
              ? bootstrap.connect(remote)
              : bootstrap.connect(
                  remote,
                  new InetSocketAddress(
                      localAddresses.get(nextLocal++ % localAddresses.size()), 0));
      channel = connecting.channel();
      connecting.addListener(done -> context.emit(d -> connected(connecting, addresses)));
    }

    private Bootstrap bootstrap() {
      Bootstrap bootstrap =
          new Bootstrap()
              .group(context.nettyEventLoop())
              .channelFactory(channels)
              .resolver(NoopAddressResolverGroup.INSTANCE)
              .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
              .option(ChannelOption.TCP_NODELAY, true)
              .handler(new Nothing());
      receiveBuffer.ifPresent(bytes -> bootstrap.option(ChannelOption.SO_RCVBUF, bytes));
      return bootstrap;
    }

    private void connected(ChannelFuture connecting, List<InetAddress> addresses) {
      long at = clock.nanos();
      if (over) {
        connecting.channel().close();
        return;
      }
      if (!connecting.isSuccess()) {
        boolean nobody = FailureKinds.of(connecting.cause()) == ErrorKind.CONNECTION_REFUSED;
        if (nobody && addresses.size() > 1) {
          connect(addresses.subList(1, addresses.size()));
        } else {
          fail(connecting.cause());
        }
        return;
      }
      Arrival arrival = new Arrival(clock, context);
      channel.pipeline().addLast("arrival", arrival);
      SslHandler ssl = url.secure() ? secure() : null;
      listener.connected(channel, arrival, addresses.get(0).getHostAddress(), at);
      uncount();
      if (ssl != null && !over) {
        ssl.handshakeFuture().addListener(done -> context.emit(d -> secured(done)));
      }
    }

    private SslHandler secure() {
      SslHandler ssl = new SslHandler(tls.engine(url.host(), url.port()));
      ssl.setHandshakeTimeoutMillis(0); // the caller has a bound for all of it
      channel.pipeline().addLast("tls", ssl);
      return ssl;
    }

    private void secured(Future<?> done) {
      if (done.isSuccess() && !over) {
        listener.secured(clock.nanos());
      }
    }

    private void fail(Throwable failure) {
      over = true;
      listener.failed(failure);
      uncount();
    }
  }

  /** A channel begins without handlers. */
  private static final class Nothing extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel channel) {
      // What belongs in it is known once it stands.
    }
  }
}
