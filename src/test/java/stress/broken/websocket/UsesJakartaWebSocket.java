package stress.broken.websocket;

/** Uses a library that only transport may use. */
public final class UsesJakartaWebSocket {
  jakarta.websocket.Session session;
}
