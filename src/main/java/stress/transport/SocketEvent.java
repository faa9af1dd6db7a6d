package stress.transport;

import java.util.Optional;
import java.util.OptionalInt;
import stress.measure.Closer;
import stress.measure.ErrorKind;

/** What happens on a WebSocket, in order; the instants are on the run's clock. */
public sealed interface SocketEvent {
  /** When it happened; of a message, read before anything else was done with it. */
  long at();

  /**
   * The upgrade was accepted.
   *
   * @param link what the client can do on it; usable until {@code Closed}
   * @param at when the answer to the upgrade was there
   */
  record Opened(Handshake handshake, SocketLink link, long at) implements SocketEvent {}

  /**
   * A complete message, put together from its frames.
   *
   * @param text whether it came as text (then it is valid UTF-8) or as binary
   * @param payload not to be changed
   * @param frames how many frames it came in
   * @param at when its last byte was there
   */
  record Message(boolean text, byte[] payload, int frames, long at) implements SocketEvent {}

  /** The answer to a ping. */
  record Pong(byte[] payload, long at) implements SocketEvent {}

  /**
   * The end of an opened socket.
   *
   * @param code the close code; 1005 when the close frame had none, 1006 when there was no frame
   * @param detail what the connection died of, where it did and the system says so
   */
  record Closed(Closer by, int code, String reason, String detail, long at)
      implements SocketEvent {}

  /**
   * The socket never opened.
   *
   * @param dialled when dialling began
   * @param answer what the target answered instead of 101, where it did
   */
  record Failed(ErrorKind kind, String detail, Optional<Refusal> answer, long dialled, long at)
      implements SocketEvent {
    /** The status of the answer. */
    public OptionalInt status() {
      return answer.map(a -> OptionalInt.of(a.status())).orElseGet(OptionalInt::empty);
    }
  }
}
