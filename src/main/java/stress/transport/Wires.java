package stress.transport;

import io.smallrye.mutiny.Multi;

/** Opens bare connections, for clients that break the WebSocket protocol on purpose. */
@FunctionalInterface
public interface Wires {
  /**
   * Connects when subscribed. Items come on the run's event loop; the stream completes after {@code
   * Ended} or {@code Failed}; cancelling it cuts the connection.
   */
  Multi<WireEvent> open(WireCall call);
}
