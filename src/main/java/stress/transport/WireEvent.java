package stress.transport;

import stress.measure.ErrorKind;

/** What happens on a bare connection, in order; the instants are on the run's clock. */
public sealed interface WireEvent {
  long at();

  /** It stands, TLS included. */
  record Connected(WireLink link, long at) implements WireEvent {}

  /** Bytes as they came. */
  record Bytes(byte[] bytes, long at) implements WireEvent {}

  /**
   * It is gone.
   *
   * @param reset whether the target cut it instead of finishing
   */
  record Ended(boolean reset, long at) implements WireEvent {}

  /** It never stood. */
  record Failed(ErrorKind kind, String detail, long at) implements WireEvent {}
}
