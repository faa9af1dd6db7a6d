package stress.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketClientExtension;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import stress.measure.ErrorKind;

/**
 * One dial of an opening: connects, asks for the upgrade, and becomes a socket, a refusal or a
 * failure. The last handler of the connection until then. Event loop.
 */
final class Attempt extends ChannelInboundHandlerAdapter implements Dialler.Listener {
  private static final String HTTP = "http";
  private static final String LAST = "socket";
  private static final int EXCERPT = 200;
  private static final int SWITCHING = 101;

  private final Opening opening;
  private final Opening.Shared shared;
  private final Destination destination;
  private final Upgrade upgrade;
  private final Map<String, String> headers;

  private Dialler.Dial dial;
  private Channel channel;
  private Arrival arrival;
  private OptionalLong resolved = OptionalLong.empty();
  private OptionalLong connected = OptionalLong.empty();
  private OptionalLong secured = OptionalLong.empty();
  private String address = "";
  private HttpResponse head;
  private long headAt;
  private Deflate.Agreed agreed;
  private final ByteBuf body = Unpooled.buffer(0, EXCERPT);
  private boolean over;

  Attempt(
      Opening opening,
      Opening.Shared shared,
      Destination destination,
      Upgrade upgrade,
      Map<String, String> headers) {
    this.opening = opening;
    this.shared = shared;
    this.destination = destination;
    this.upgrade = upgrade;
    this.headers = headers;
  }

  void dialledAs(Dialler.Dial begun) {
    dial = begun;
    if (over) {
      dial.cancel();
    }
  }

  Destination destination() {
    return destination;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** Gives it up without a word. */
  void cancel() {
    over = true;
    if (dial != null) {
      dial.cancel();
    }
  }

  void timedOut() {
    if (head != null) {
      refused(); // its head was there, only its body did not end
    } else if (connected.isEmpty()) {
      fail(ErrorKind.CONNECT_TIMEOUT, "", shared.clock().nanos());
    } else {
      String phase = destination.url().secure() && secured.isEmpty() ? "in the TLS handshake" : "";
      fail(ErrorKind.REQUEST_TIMEOUT, phase, shared.clock().nanos());
    }
  }

  // ---- dialling

  @Override
  public void dialling(long at) {
    opening.dialling(at);
  }

  @Override
  public void resolved(long at) {
    resolved = OptionalLong.of(at);
  }

  @Override
  public void connected(Channel standing, Arrival first, String dialledAddress, long at) {
    channel = standing;
    arrival = first;
    address = dialledAddress;
    connected = OptionalLong.of(at);
    channel.pipeline().addLast(LAST, this);
    if (!destination.url().secure()) {
      ask();
    }
  }

  @Override
  public void secured(long at) {
    secured = OptionalLong.of(at);
    if (!over) {
      ask();
    }
  }

  @Override
  public void failed(Throwable failure) {
    fail(failure, shared.clock().nanos());
  }

  private void ask() {
    channel.pipeline().addBefore(LAST, HTTP, new AnswerDecoder());
    channel.writeAndFlush(Unpooled.wrappedBuffer(upgrade.bytes()), channel.voidPromise());
  }

  // ---- the answer

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object part) {
    try {
      if (!over && part instanceof HttpResponse answer) {
        head(answer);
      }
      if (!over && head != null && part instanceof HttpContent content) {
        body(content);
      }
    } finally {
      ReferenceCountUtil.release(part);
    }
  }

  private void head(HttpResponse answer) {
    if (answer.decoderResult().isFailure()) {
      boolean cut = answer.decoderResult().cause() instanceof PrematureChannelClosureException;
      fail(
          cut ? ErrorKind.CONNECTION_LOST : ErrorKind.HANDSHAKE_INVALID,
          cut ? "" : "the answer is not HTTP",
          arrival.at());
      return;
    }
    int status = answer.status().code();
    if (status < 200 && status != SWITCHING) {
      return; // an interim answer such as 103
    }
    headAt = arrival.at();
    if (status == SWITCHING) {
      agreed = shared.deflate().agreed(answer.headers());
      Optional<String> problem = upgrade.problem(answer.headers()).or(agreed::problem);
      if (problem.isPresent()) {
        fail(ErrorKind.HANDSHAKE_INVALID, problem.get(), headAt);
        return;
      }
    }
    head = answer;
  }

  private void body(HttpContent content) {
    boolean last = content instanceof LastHttpContent;
    if (head.status().code() == SWITCHING) {
      if (last) {
        open();
      }
      return;
    }
    body.writeBytes(
        content.content(), Math.min(content.content().readableBytes(), body.maxWritableBytes()));
    if (last || body.maxWritableBytes() == 0) {
      refused();
    }
  }

  private void open() {
    over = true;
    ChannelPipeline pipeline = channel.pipeline();
    OpenSocket socket = opening.opened(arrival);
    Optional<WebSocketClientExtension> extension = agreed.extension();
    pipeline.replace(this, LAST, socket);
    pipeline.addBefore(LAST, OpenSocket.DECODER, decoder(extension.isPresent()));
    pipeline.addBefore(LAST, "masks", new WebSocket13FrameEncoder(true));
    extension.ifPresent(deflate -> Deflate.install(deflate, pipeline, LAST));
    opening.tell(new SocketEvent.Opened(handshake(extension.isPresent()), socket, headAt));
    pipeline.remove(HTTP); // which hands on what came behind the 101
  }

  private WebSocket13FrameDecoder decoder(boolean extended) {
    return new WebSocket13FrameDecoder(
        WebSocketDecoderConfig.newBuilder()
            .expectMaskedFrames(false)
            .allowMaskMismatch(false)
            .allowExtensions(extended)
            .maxFramePayloadLength(shared.settings().maxMessage())
            .closeOnProtocolViolation(false)
            .withUTF8Validator(false)
            .build());
  }

  private Handshake handshake(boolean deflate) {
    return new Handshake(
        opening.dialled(),
        resolved,
        connected.getAsLong(),
        secured,
        headAt,
        address,
        Upgrade.subprotocol(head.headers()),
        deflate,
        opening.redirects());
  }

  private void refused() {
    if (over) {
      return;
    }
    Optional<String> location = Optional.ofNullable(head.headers().get(HttpHeaderNames.LOCATION));
    int status = head.status().code();
    Refusal refusal =
        new Refusal(
            status,
            RetryAfter.of(
                Optional.ofNullable(head.headers().get(HttpHeaderNames.RETRY_AFTER)),
                Optional.ofNullable(head.headers().get(HttpHeaderNames.DATE))),
            location.map(Secrets::masked).map(Excerpt::of),
            Excerpt.of(body.toString(StandardCharsets.UTF_8)));
    if (status >= 300 && status < 400) {
      opening.redirected(this, refusal, location, headAt);
    } else {
      opening.fail(ErrorKind.UPGRADE_REFUSED, "", Optional.of(refusal), headAt);
    }
  }

  // ---- the ways to fail

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
    if (failure instanceof AnswerDecoder.NotHttp) {
      fail(ErrorKind.HANDSHAKE_INVALID, failure.getMessage(), arrival.at());
    } else {
      fail(failure, arrival.at());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (head != null) {
      refused();
    } else {
      fail(ErrorKind.CONNECTION_LOST, "", arrival.at());
    }
  }

  private void fail(Throwable failure, long at) {
    ErrorKind kind = FailureKinds.of(failure);
    fail(kind, FailureKinds.detail(failure, kind), at);
  }

  private void fail(ErrorKind kind, String detail, long at) {
    if (!over) {
      over = true;
      opening.fail(kind, detail, Optional.empty(), at);
    }
  }
}
