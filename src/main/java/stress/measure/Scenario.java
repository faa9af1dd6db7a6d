package stress.measure;

/** What a part of a run does. */
public enum Scenario {
  SUBMISSION("submission", Kind.JOBS),
  END_TO_END("end-to-end", Kind.JOBS),
  CONCURRENT("concurrent", Kind.SOCKETS),
  THROUGHPUT("throughput", Kind.SOCKETS),
  ERRORS("errors", Kind.SOCKETS);

  /** The unit of load. */
  public enum Kind {
    JOBS,
    SOCKETS
  }

  private final String id;
  private final Kind kind;

  Scenario(String id, Kind kind) {
    this.id = id;
    this.kind = kind;
  }

  /** The word on the command line and in files. */
  public String id() {
    return id;
  }

  /** Whether a start is a job or a connection. */
  public Kind kind() {
    return kind;
  }
}
