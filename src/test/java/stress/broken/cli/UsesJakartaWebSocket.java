package stress.broken.cli;

final class UsesJakartaWebSocket {
  jakarta.websocket.Session session;
}
