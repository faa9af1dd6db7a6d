package stress.transport;

import java.util.OptionalInt;
import stress.measure.ErrorKind;

/** What happens on a WebSocket, in order; the instants are on the run's clock. */
public sealed interface SocketEvent {
  /** When it happened; of a message, read before anything else was done with it. */
  long at();

  /**
   * The upgrade was accepted.
   *
   * @param dialled when dialling really began, after any wait for the dialling pool
   */
  record Opened(long dialled, long at) implements SocketEvent {}

  /** A complete text message. */
  record Text(String text, long at) implements SocketEvent {}

  /**
   * The end of an opened socket.
   *
   * @param code the close code; 1006 when the connection was dropped without one
   */
  record Closed(int code, String reason, long at) implements SocketEvent {}

  /**
   * The socket never opened.
   *
   * @param status of the refused upgrade, where the target answered with one
   */
  record Failed(ErrorKind kind, OptionalInt status, String detail, long at)
      implements SocketEvent {}
}
