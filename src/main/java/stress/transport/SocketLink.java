package stress.transport;

/**
 * What a client can do on an open WebSocket. Event loop. After the end every call does nothing;
 * what became of it is told by the events.
 */
public interface SocketLink {
  /** Sends a text message in one frame; the bytes are UTF-8 and not changed afterwards. */
  void text(byte[] utf8);

  /** Sends a binary message in one frame. */
  void binary(byte[] bytes);

  /** Sends a ping; at most 125 bytes. */
  void ping(byte[] payload);

  /** Begins the closing handshake; {@code Closed} follows within the transport's close time-out. */
  void close(int code, String reason);

  /** Cuts the connection without a close frame. */
  void drop();

  /** Whether the network takes what is sent; if not, it piles up here. */
  boolean writable();
}
