package stress.measure;

/** The events that a run counts. */
public enum Counter {
  STARTED("jobs.started", "starts that were due and were begun"),
  DROPPED("jobs.dropped", "starts that were due while too many were in flight, and were dropped"),
  UNSTARTED("jobs.unstarted", "starts that still waited when the run ended"),
  ACCEPTED("jobs.accepted", "submissions answered with an id"),
  REFUSED("jobs.refused", "submissions answered, but not with a job"),
  UNSENT("jobs.unsent", "submissions that never reached the target"),
  OUTCOME_UNKNOWN("jobs.unknown", "submissions sent whose answer never came"),
  MERGED("jobs.merged", "accepted submissions whose id had been handed out before: no new job"),
  SUCCEEDED("jobs.succeeded", "jobs that settled as succeeded"),
  FAILED("jobs.failed", "jobs that settled as failed"),
  CANCELLED_BY_TARGET("jobs.cancelled", "jobs that the target cancelled"),
  TIMED_OUT_BY_TARGET("jobs.timed-out", "jobs that the target gave up for their time"),
  LOST("jobs.lost", "accepted jobs that the target no longer knew"),
  CUT("jobs.cut", "jobs whose settling our own tracking time-out did not await"),
  CANCELLED_BY_US(
      "jobs.cancelled-by-us", "starts and jobs that we gave up at an interrupt or budget"),
  IN_FLIGHT_AT_END("jobs.in-flight-at-end", "starts whose end was not seen when the run ended"),
  POLLS("jobs.polls", "looks at a job's status that were sent"),
  POLL_ERRORS("jobs.poll-errors", "looks that failed; each is repeated"),
  RECHECKED(
      "jobs.rechecked", "settled jobs that were looked at again after the load, to see no change"),
  SOCKETS_OPENED("jobs.sockets-opened", "progress sockets that opened"),
  SOCKETS_FAILED("jobs.sockets-failed", "progress sockets that were refused or broke"),
  FRAMES("jobs.frames", "progress frames received"),
  CLEANED("jobs.cleaned", "jobs cancelled by the clean-up"),
  CLEANUP_FAILED("jobs.cleanup-failed", "jobs that the clean-up could not cancel"),
  CONNECTIONS_TRIED("ws.tried", "connections that were due and were begun"),
  CONNECTIONS_OPENED("ws.opened", "connections that opened"),
  CONNECTIONS_REFUSED("ws.refused", "connections answered, but not with an upgrade"),
  CONNECTIONS_FAILED("ws.failed", "connections that were neither opened nor answered"),
  CONNECTIONS_EXHAUSTED(
      "ws.exhausted", "connections that the generator had no descriptor or port for"),
  CONNECTIONS_WITHOUT_JOB("ws.without-job", "connections whose job could not be submitted"),
  CONNECTIONS_ABANDONED("ws.abandoned", "connections that we gave up before they opened"),
  CONNECTIONS_ENDED("ws.ended", "opened connections that ended normally, such as with their job"),
  CONNECTIONS_LOST("ws.lost", "opened connections that ended before their time"),
  CONNECTIONS_CLOSED_BY_US("ws.closed-by-us", "opened connections that we closed at the end"),
  CONNECTIONS_RENEWED("ws.renewed", "connections that took the place of one that had ended"),
  MESSAGES_IN("ws.messages.in", "messages received"),
  BYTES_IN("ws.bytes.in", "payload bytes received"),
  FRAMES_IN("ws.frames.in", "data frames received; a message is one or more"),
  MESSAGES_OUT("ws.messages.out", "messages sent"),
  BYTES_OUT("ws.bytes.out", "payload bytes sent"),
  MESSAGES_UNSENT(
      "ws.messages.unsent", "messages that were due while too many waited for an answer"),
  ECHOES("ws.echoes", "answers that carried the mark of a message"),
  ECHOES_UNANSWERED("ws.echoes.unanswered", "messages without an answer when their socket ended"),
  ECHOES_UNKNOWN("ws.echoes.unknown", "answers whose mark no waiting message had"),
  PARSED("ws.parsed", "messages that were parsed"),
  UNREADABLE("ws.unreadable", "parsed messages that the contract cannot read"),
  AGES_NEGATIVE("ws.ages.negative", "messages that seem to come from the future; in no percentile"),
  AGES_STALE("ws.ages.stale", "messages whose time did not move, so that it tells no age"),
  SEQUENCE_MISSING("ws.sequence.missing", "messages missing between two numbered ones"),
  AFTER_END("ws.after-end", "messages received after a job's terminal status"),
  PINGS("ws.pings", "pings sent"),
  PONGS("ws.pongs", "pongs received"),
  CLOSES_UNANSWERED(
      "ws.closes.unanswered", "closes of ours that the target did not answer in time"),
  CLAMPED("generator.clamped", "durations outside 1 µs … 24 h, recorded at the bound");

  private final String id;
  private final String help;

  Counter(String id, String help) {
    this.id = id;
    this.help = help;
  }

  /** The name in files, thresholds and exports. */
  public String id() {
    return id;
  }

  /** What is counted. */
  public String help() {
    return help;
  }
}
