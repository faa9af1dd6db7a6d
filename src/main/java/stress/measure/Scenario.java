package stress.measure;

/** What a scenario did with its jobs. */
public enum Scenario {
  SUBMISSION("submission"),
  END_TO_END("end-to-end");

  private final String id;

  Scenario(String id) {
    this.id = id;
  }

  /** The word on the command line and in files. */
  public String id() {
    return id;
  }
}
