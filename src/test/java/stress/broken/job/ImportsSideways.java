package stress.broken.job;

import stress.broken.websocket.UsesRestClient;

final class ImportsSideways {
  UsesRestClient other;
}
