package stress.measure;

/** The levels that are read once an interval. */
public enum Gauge {
  SUBMITTING("jobs.submitting", "submissions on the wire"),
  QUEUE_OWN("jobs.queue.own", "jobs accepted and not settled, by our count"),
  QUEUE_CLAIMED("jobs.queue.claimed", "jobs waiting, as the target's metrics say"),
  RUNNING_CLAIMED("jobs.running.claimed", "jobs running, as the target's metrics say"),
  QUEUE_DIFFERENCE(
      "jobs.queue.difference",
      "our unsettled jobs less the target's waiting and running, at the instant of its answer"),
  WAITING_SEEN("jobs.waiting.seen", "of our jobs, those last seen waiting"),
  RUNNING_SEEN("jobs.running.seen", "of our jobs, those last seen running"),
  CONNECTIONS_OPEN("ws.open", "connections that are open"),
  CONNECTIONS_OPENING("ws.opening", "connections that are being opened"),
  CPU_PERMILLE(
      "generator.cpu", "the generator's CPU time over the interval, in thousandths of a core"),
  HEAP_BYTES("generator.heap", "bytes of heap in use");

  private final String id;
  private final String help;

  Gauge(String id, String help) {
    this.id = id;
    this.help = help;
  }

  /** The name in files and exports. */
  public String id() {
    return id;
  }

  /** What level it is, and its unit. */
  public String help() {
    return help;
  }
}
