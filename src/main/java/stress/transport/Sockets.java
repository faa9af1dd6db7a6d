package stress.transport;

import io.smallrye.mutiny.Multi;

/** Opens WebSockets; the port behind which a client's transport stands. */
@FunctionalInterface
public interface Sockets {
  /**
   * Dials when subscribed. Items come on the run's event loop; the stream completes after {@code
   * Closed} or {@code Failed}; cancelling it closes the socket with 1000.
   */
  Multi<SocketEvent> open(SocketCall call);
}
