package stress.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.util.List;

/** Reads the answer to an upgrade; what does not begin like HTTP is refused at once. */
final class AnswerDecoder extends HttpResponseDecoder {
  private static final String BEGINNING = "HTTP/";

  /** Thrown into the pipeline when the target speaks another protocol. */
  static final class NotHttp extends DecoderException {
    NotHttp() {
      super("the answer is not HTTP");
    }
  }

  private boolean looked;

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    if (!looked && !beginsLikeHttp(in)) {
      in.skipBytes(in.readableBytes());
      throw new NotHttp();
    }
    super.decode(ctx, in, out);
  }

  private boolean beginsLikeHttp(ByteBuf in) {
    int length = Math.min(BEGINNING.length(), in.readableBytes());
    for (int i = 0; i < length; i++) {
      if (in.getByte(in.readerIndex() + i) != BEGINNING.charAt(i)) {
        return false;
      }
    }
    looked = length == BEGINNING.length();
    return true;
  }
}
