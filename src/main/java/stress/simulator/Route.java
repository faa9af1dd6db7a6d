package stress.simulator;

/**
 * An endpoint and the job that the path names.
 *
 * @param id decoded; empty where the path names no job
 */
record Route(Endpoint endpoint, String id) {
  static Route to(Endpoint endpoint) {
    return new Route(endpoint, "");
  }
}
