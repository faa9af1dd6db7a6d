package stress.measure;

import java.util.Locale;

/** The classes of failure, few enough to be a metric label. */
public enum ErrorKind {
  DNS("name not resolved", Side.TARGET),
  CONNECTION_REFUSED("connection refused", Side.TARGET),
  CONNECT_TIMEOUT("connection timed out", Side.TARGET),
  TLS("TLS handshake failed", Side.TARGET),
  CONNECTION_LOST("connection lost", Side.TARGET),
  REQUEST_TIMEOUT("no answer in time", Side.TARGET),
  STATUS_REDIRECT("redirected", Side.TARGET),
  STATUS_CLIENT("HTTP 4xx", Side.TARGET),
  STATUS_SERVER("HTTP 5xx", Side.TARGET),
  STATUS_UNEXPECTED("status not accepted", Side.TARGET),
  BODY_EMPTY("empty answer", Side.TARGET),
  BODY_NOT_JSON("answer is not JSON", Side.TARGET),
  BODY_TOO_LARGE("answer too large", Side.TARGET),
  NO_ID("answer without a job id", Side.TARGET),
  NO_STATUS("answer without a status", Side.TARGET),
  JOB_FAILED("job failed", Side.TARGET),
  JOB_CANCELLED("job cancelled by the target", Side.TARGET),
  JOB_TIMED_OUT("job timed out at the target", Side.TARGET),
  JOB_LOST("job no longer known", Side.TARGET),
  UPGRADE_REFUSED("WebSocket upgrade refused", Side.TARGET),
  SOCKET_CLOSED("socket closed before the end", Side.TARGET),
  SOCKET_ERROR("error frame", Side.TARGET),
  HANDSHAKE_INVALID("answer is no valid WebSocket handshake", Side.TARGET),
  PROTOCOL_ERROR("WebSocket protocol violated", Side.TARGET),
  MESSAGE_TOO_LARGE("message larger than our --max-message", Side.GENERATOR),
  DEADLINE("not settled within our --timeout", Side.GENERATOR),
  DESCRIPTORS("no file descriptor left", Side.GENERATOR),
  PORTS("no local port left", Side.GENERATOR),
  OTHER("other failure", Side.TARGET);

  /** Whose failure it is. */
  public enum Side {
    TARGET,
    GENERATOR
  }

  private final String text;
  private final Side side;

  ErrorKind(String text, Side side) {
    this.text = text;
    this.side = side;
  }

  /** The name in files and exports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The class in words. */
  public String text() {
    return text;
  }

  /** Whose failure it is; what the generator ran out of is never the target's error. */
  public Side side() {
    return side;
  }
}
