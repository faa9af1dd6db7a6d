package stress.broken.job;

import stress.broken.websocket.UsesJakartaWebSocket;

final class ImportsSideways {
  UsesJakartaWebSocket other;
}
