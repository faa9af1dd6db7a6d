package stress.job;

/** How accepted jobs are followed. */
public enum FollowMode {
  /** By asking for the status. */
  POLL("poll"),
  /** By the progress socket alone; one that ends early is opened again. */
  SOCKET("socket"),
  /** By the progress socket, and by polling once it has ended early. */
  AUTO("auto");

  private final String id;

  FollowMode(String id) {
    this.id = id;
  }

  /** The word on the command line. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
