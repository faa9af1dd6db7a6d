package stress.measure;

/** The distributions of durations that a run collects; each is one HDR histogram. */
public enum Series {
  SUBMIT_RESPONSE("jobs.submit.response", "submission, intended to answered (open load only)"),
  SUBMIT_SERVICE("jobs.submit.service", "submission, sent to answered"),
  SUBMIT_FAILED_RESPONSE("jobs.submit.failed.response", "failed submission, intended to its end"),
  SUBMIT_FAILED_SERVICE("jobs.submit.failed.service", "failed submission, sent to its end"),
  POLL_SERVICE("jobs.poll.service", "one look at a job's status, sent to answered"),
  SOCKET_HANDSHAKE("jobs.socket.handshake", "progress socket, dialled to open"),
  QUEUEING_LOW("jobs.queueing.low", "accepted to running, the least that was seen"),
  QUEUEING_HIGH("jobs.queueing.high", "accepted to running, the most that was seen"),
  PROCESSING_LOW("jobs.processing.low", "running to settled, the least that was seen"),
  PROCESSING_HIGH("jobs.processing.high", "running to settled, the most that was seen"),
  TOTAL_LOW("jobs.total.low", "intended to settled, the least that was seen"),
  TOTAL_HIGH("jobs.total.high", "intended to settled, the most that was seen"),
  SERVER_QUEUEING("jobs.server.queueing", "created to started, by the server's clock"),
  SERVER_PROCESSING("jobs.server.processing", "started to ended, by the server's clock"),
  SERVER_TOTAL("jobs.server.total", "created to ended, by the server's clock"),
  CONNECT_RESPONSE("ws.connect.response", "connection, intended to open"),
  HANDSHAKE("ws.handshake", "connection, dialled to open"),
  HANDSHAKE_DNS("ws.handshake.dns", "connection, dialled to the host's addresses known"),
  HANDSHAKE_TCP("ws.handshake.tcp", "connection, addresses known to TCP connected"),
  HANDSHAKE_TLS("ws.handshake.tls", "connection, TCP connected to TLS handshake over"),
  HANDSHAKE_UPGRADE("ws.handshake.upgrade", "connection, upgrade sent to its answer"),
  CONNECT_FAILED("ws.connect.failed", "failed connection, dialled to its failure"),
  ECHO_RESPONSE("ws.echo.response", "marked message, intended to answered (open rate only)"),
  ECHO_SERVICE("ws.echo.service", "marked message, sent to answered"),
  PUSH_AGE("ws.push.age", "message, the target's own time of it to its arrival, by our clock"),
  GAP("ws.gap", "message to the next one of the same connection"),
  PING("ws.ping", "ping to its pong, protocol level"),
  CONNECTION_HELD("ws.connection.held", "opened connection, open to its end"),
  CLOSING("ws.closing", "our close frame to the target's answer to it"),
  SCHEDULE_LAG("generator.schedule.lag", "how late the generator woke for a start"),
  LOOP_LAG("generator.loop.lag", "how late the event loop ran a timer");

  private final String id;
  private final String help;

  Series(String id, String help) {
    this.id = id;
    this.help = help;
  }

  /** The name in files, thresholds and exports. */
  public String id() {
    return id;
  }

  /** What is measured, from which instant to which. */
  public String help() {
    return help;
  }
}
