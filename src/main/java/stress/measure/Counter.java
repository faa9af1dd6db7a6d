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
