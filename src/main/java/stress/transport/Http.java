package stress.transport;

import io.smallrye.mutiny.Uni;

/** Sends requests; the port behind which a client's transport stands. */
@FunctionalInterface
public interface Http {
  /**
   * Sends the request once, never again by itself. The item comes on the transport's event loop; a
   * failure of the exchange is an item, too, never a failed {@code Uni}.
   */
  Uni<HttpOutcome> send(HttpCall call);
}
