package stress.transport;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketClientExtension;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionData;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateClientExtensionHandshaker;
import java.util.List;
import java.util.Optional;

/** The extension permessage-deflate (RFC 7692): offered, agreed on, and put into a pipeline. */
final class Deflate {
  /** What came of an offer: an extension, none, or an answer that breaks the handshake. */
  record Agreed(Optional<WebSocketClientExtension> extension, Optional<String> problem) {}

  static final String OFFER = "permessage-deflate";

  private final boolean offered;
  private final PerMessageDeflateClientExtensionHandshaker handshaker;

  /**
   * @param longest bytes of the longest inflated frame
   */
  Deflate(boolean offered, int longest) {
    this.offered = offered;
    this.handshaker =
        new PerMessageDeflateClientExtensionHandshaker(6, false, 15, false, false, longest);
  }

  Optional<String> offer() {
    return offered ? Optional.of(OFFER) : Optional.empty();
  }

  Agreed agreed(HttpHeaders answer) {
    String chosen = answer.get(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS);
    if (chosen == null || chosen.isBlank()) {
      return new Agreed(Optional.empty(), Optional.empty());
    }
    Optional<WebSocketClientExtension> extension = offered ? extension(chosen) : Optional.empty();
    return new Agreed(
        extension,
        extension.isPresent()
            ? Optional.empty()
            : Optional.of("101 with an extension that was not offered: " + Excerpt.of(chosen)));
  }

  private Optional<WebSocketClientExtension> extension(String chosen) {
    List<WebSocketExtensionData> named = WebSocketExtensionUtil.extractExtensions(chosen);
    try {
      return named.size() == 1
          ? Optional.ofNullable(handshaker.handshakeExtension(named.get(0)))
          : Optional.empty();
    } catch (NumberFormatException noNumber) { // of bits of a window
      return Optional.empty();
    }
  }

  static void install(WebSocketClientExtension extension, ChannelPipeline pipeline, String before) {
    pipeline.addBefore(before, "inflate", extension.newExtensionDecoder());
    pipeline.addBefore(before, "deflate", extension.newExtensionEncoder());
  }
}
